import type { AgentSession } from '@deskbell/client/agent.js';
import { ANA, BEN, accepts, offers, says, seed, timesWrapUp, types } from '@deskbell/client/testing/scenes.js';
import { SimulatedPage } from '@deskbell/client/testing/simulated-page.js';
import { simulatedAgent } from '@deskbell/client/testing/simulated-sessions.js';
import { simulateRelay, type SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { Person } from '@deskbell/protocol/people.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A desk at work: the relay it talks to, its session, and the conversation that is open on it. */
export interface Scene {
  readonly relay: SimulatedRelay;
  readonly session: AgentSession;
  readonly selected?: string | undefined;
}

const customer = (id: string, name: string): Person => ({ id, name, role: 'customer', workspace: 'harbour' });

const LENA = customer('lena', 'Lena Hoffmann');
const TOM = customer('tom', 'Tomás Rivera');
const AYA = customer('aya', 'آية منصور');
const PRIYA = customer('priya', 'Priya Raman');
const NOBODY = customer('nobody', '');
export const MAYA = customer('maya', 'Maya Lindqvist');

const KNOWN = {
  email: 'maya.lindqvist@example.com',
  page: 'https://harbour-and-pine.example/lamps/dune-table-lamp',
  answers: [
    { field: 'Order', value: 'H-2087' },
    { field: 'Topic', value: 'Delivery' },
  ],
};

/** Waits until the desk's session says so. */
const until = (session: AgentSession, isSo: () => boolean): Promise<void> =>
  new Promise((done) => {
    const look = () => {
      if (!isSo()) return;
      unsubscribe();
      done();
    };
    const unsubscribe = session.subscribe(look);
    session.connect();
    look();
  });

export const relayOf = (listening = true) => simulateRelay({ desk: { listening, responseTime: 3 * MINUTE } });

export const opened = async (relay: SimulatedRelay, selected?: string, page = new SimulatedPage()): Promise<Scene> => {
  const session = simulatedAgent(relay, { page });
  await until(session, () => session.state.desk !== undefined);
  return { relay, session, selected };
};

export const fill = (relay: SimulatedRelay) => {
  seed(relay, { phase: 'waiting', customer: LENA, ago: 4 * MINUTE + 12 * SECOND, lines: ['Is the oak stool back in stock this year?'] });
  seed(relay, { phase: 'waiting', customer: AYA, ago: 95 * SECOND, lines: ['مرحبا، أريد تغيير عنوان التوصيل'] });
  seed(relay, { phase: 'waiting', customer: NOBODY, ago: 12 * SECOND, messages: 0 });
  seed(relay, { customer: TOM, messages: 5, ago: 6 * MINUTE });
  const maya = seed(relay, { customer: MAYA, messages: 6, ago: 3 * MINUTE, ...KNOWN });
  seed(relay, { customer: PRIYA, phase: 'wrapUp', messages: 6, ago: 20 * MINUTE });
  for (let index = 0; index < 6; index++)
    seed(relay, { phase: 'closed', customer: [LENA, TOM, PRIYA][index % 3] ?? LENA, ago: (index + 2) * 9 * 60 * MINUTE });
  return maya;
};

export const empty = (): Promise<Scene> => opened(relayOf(false));

export const listening = (): Promise<Scene> => opened(relayOf());

export const busy = (): Promise<Scene> => {
  const relay = relayOf();
  return opened(relay, fill(relay));
};

export const waiting = (): Promise<Scene> => {
  const relay = relayOf();
  fill(relay);
  return opened(relay, [...relay.logs.values()].find(({ summary }) => summary.phase === 'waiting')?.summary.id);
};

/** The customer types, and the last message of the agent was seen. */
export const talking = async (): Promise<Scene> => {
  const relay = relayOf();
  const scene = await opened(relay, fill(relay));
  await until(scene.session, () => (scene.session.state.views.get(scene.selected ?? '')?.log.events.length ?? 0) > 0);
  types(relay, scene.selected ?? '', MAYA);
  return scene;
};

export const overdue = (): Promise<Scene> => {
  const relay = relayOf();
  const tom = seed(relay, { customer: TOM, messages: 5, ago: 9 * MINUTE });
  return opened(relay, tom);
};

export const wrapUp = (): Promise<Scene> => {
  const relay = relayOf();
  fill(relay);
  return opened(relay, [...relay.logs.values()].find(({ summary }) => summary.phase === 'wrapUp')?.summary.id);
};

export const closed = (): Promise<Scene> => {
  const relay = relayOf();
  fill(relay);
  return opened(relay, [...relay.logs.values()].find(({ summary }) => summary.phase === 'closed')?.summary.id);
};

export const offline = async (): Promise<Scene> => {
  const relay = relayOf();
  const page = new SimulatedPage();
  const scene = await opened(relay, fill(relay), page);
  page.sign('offline');
  relay.network.drop();
  return scene;
};

/** The network went while a message was on its way, and came back. */
export const notDelivered = async (): Promise<Scene> => {
  const scene = await busy();
  const { relay, session, selected = '' } = scene;
  await until(session, () => (session.state.views.get(selected)?.log.events.length ?? 0) > 0);
  relay.network.drop();
  session.say(selected, 'I have changed the address. You get a mail when it leaves us.');
  await until(session, () => session.state.views.get(selected)?.pending[0]?.state === 'failed');
  relay.network.restore();
  return scene;
};

/** A colleague was quicker. */
export const taken = async (): Promise<Scene> => {
  const scene = await waiting();
  const id = scene.session.state.waiting[0]?.id ?? '';
  accepts(scene.relay, id, BEN);
  return { ...scene, selected: id };
};

export const signedOut = async (): Promise<Scene> => {
  const relay = relayOf();
  const session = simulatedAgent(relay, { getToken: () => Promise.resolve(undefined) });
  session.connect();
  return { relay, session };
};

export const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

export const longWords = (): Promise<Scene> => {
  const relay = relayOf();
  const person = customer('long', `${LONG} of Somewhere`);
  seed(relay, { phase: 'waiting', customer: customer('long-2', LONG), lines: [LONG] });
  const id = seed(relay, {
    customer: person,
    messages: 4,
    ago: MINUTE,
    lines: [LONG, `https://example.com/${LONG}`],
    email: `${LONG}@example.com`,
    page: `https://example.com/${LONG}`,
    answers: [{ field: LONG, value: LONG }],
  });
  return opened(relay, id);
};

export const tenThousand = (): Promise<Scene> => {
  const relay = relayOf();
  return opened(relay, seed(relay, { customer: MAYA, messages: 10_000, ago: 48 * 60 * MINUTE, agent: ANA }));
};

/** The relay takes its time: only the shapes of what comes are there. */
export const loading = async (): Promise<Scene> => {
  const relay = relayOf();
  const session = simulatedAgent(relay, { getToken: () => new Promise(() => undefined) });
  session.connect();
  return { relay, session };
};

/** Two conversations are put to the agent. */
export const offered = async (): Promise<Scene> => {
  const relay = relayOf();
  const scene = await opened(relay, fill(relay));
  const waiting = [...relay.logs.values()].filter(({ summary }) => summary.phase === 'waiting');
  for (const [index, { summary }] of waiting.slice(0, 2).entries()) offers(relay, summary.id, ANA, index === 0 ? 3_600 : 36_000);
  await until(scene.session, () => scene.session.state.offers.length === 2);
  return scene;
};

export const snoozed = async (): Promise<Scene> => {
  const relay = relayOf();
  const maya = fill(relay);
  says(relay, maya, ANA, 'I come back to you as soon as the workshop has answered.');
  const scene = await opened(relay, maya);
  await scene.session.snooze(maya, relay.clock.now() + 4 * 60 * MINUTE);
  return scene;
};

/** The wrap-up closes by itself. */
export const timedWrapUp = async (): Promise<Scene> => {
  const scene = await wrapUp();
  timesWrapUp(scene.relay, scene.selected ?? '', 3_600);
  await until(scene.session, () => scene.session.state.ongoing.some(({ wrapUpUntil }) => wrapUpUntil !== null));
  return scene;
};

/** The agent has just signed in. */
export const loginPrep = (): Promise<Scene> => {
  const relay = relayOf(false);
  relay.statuses.prepUntil.set(ANA.id, relay.clock.now() + 60 * MINUTE);
  return opened(relay);
};

/** The agent let an offer pass. */
export const idle = (): Promise<Scene> => {
  const relay = relayOf();
  relay.statuses.laid.set(ANA.id, 'away-idle');
  return opened(relay);
};

/** Colleagues and queues to transfer to, and skills that can be changed. */
export const transferring = async (): Promise<Scene> => {
  const relay = relayOf();
  const maya = fill(relay);
  const colleague = { load: 1, slots: 3, skills: {} };
  relay.colleagues.push(
    { id: 'ben', name: 'Ben Okafor', presence: 'available', ...colleague },
    { id: 'dora', name: 'Dora Lenz', presence: 'system-busy', ...colleague, load: 3 },
  );
  const [queue] = relay.desk.queues;
  relay.changeDesk({
    queues: queue ? [queue, { ...queue, id: 'repairs', name: 'Repairs' }] : [],
    skills: [
      { id: 'german', name: 'German' },
      { id: 'furniture', name: 'Furniture' },
    ],
    transfers: { to: 'both', modifySkills: true },
  });
  const scene = await opened(relay, maya);
  await scene.session.skill(maya, { german: 4 });
  return scene;
};

/** The agent said the last word. */
export const talked = (): Promise<Scene> => {
  const relay = relayOf();
  const maya = fill(relay);
  says(relay, maya, ANA, 'I come back to you as soon as the workshop has answered.');
  return opened(relay, maya);
};
