import { CODE_LASTS, type Cobrowse, type CobrowseEnd } from '@deskbell/protocol/cobrowse.js';
import { sideOf, type Author, type Person } from '@deskbell/protocol/people.js';
import { RelayError, type RefusalCode } from '@deskbell/protocol/refusals.js';
import type { CobrowseWish } from '../lazy-cobrowse.js';
import { json, refusal } from './simulated-answers.js';
import { nextId } from './scenes.js';
import type { NewEvent } from './simulated-log.js';
import type { SimulatedRelay } from './simulate-relay.js';

/** A co-browse session as the simulated relay keeps it. */
export interface SimulatedCobrowse {
  session: Cobrowse;
  readonly by: CobrowseWish['by'];
  readonly code: string | undefined;
  readonly codeUntil: number | undefined;
  /** How often either side got a pass. */
  passes: number;
}

/** The key of the site that every customer is on. */
const SITE = 'harbour-and-pine';
/** The most sessions of one agent that have not ended, as the real relay has it. */
const MOST_ALIVE = 10;

const author = ({ id, name, role }: Person): Author => ({ id, name, role });

const refuse = (code: RefusalCode): Response => refusal(new RelayError(code));

export function cobrowseIn({ asked }: SimulatedRelay, id: string): SimulatedCobrowse {
  const found = asked.cobrowses.find(({ session }) => session.id === id);
  if (!found) throw new RelayError('not-found');
  return found;
}

/** What happened stands in the log of the chat that it belongs to. */
function note(relay: SimulatedRelay, { conversation, id }: Cobrowse, event: (session: string) => NewEvent): void {
  const log = conversation === null ? undefined : relay.logs.get(conversation);
  if (log) relay.tell(log, log.append(event(id), relay.clock.now()).event);
}

/** The customer types the code: they are asked from then on. */
export function redeems(relay: SimulatedRelay, id: string): Cobrowse {
  const kept = cobrowseIn(relay, id);
  return (kept.session = { ...kept.session, state: 'asked', site: SITE });
}

/** The customer allows it. */
export function allowsCobrowse(relay: SimulatedRelay, id: string, by: Person): Cobrowse {
  const kept = cobrowseIn(relay, id);
  kept.session = { ...kept.session, state: 'allowed' };
  note(relay, kept.session, (session) => ({ type: 'cobrowse.allowed', id: nextId(), by: author(by), session }));
  return kept.session;
}

/** It is over. */
export function endsCobrowse(relay: SimulatedRelay, id: string, by: Person, end: CobrowseEnd = sideOf(by.role)): Cobrowse {
  const kept = cobrowseIn(relay, id);
  const { state } = kept.session;
  if (state === 'ended') return kept.session;
  kept.session = { ...kept.session, state: 'ended', end };
  // Of a code that nobody allowed anything by the chat was never told.
  if (kept.by === 'code' && state !== 'allowed') return kept.session;
  note(relay, kept.session, (session) => ({ type: 'cobrowse.ended', id: nextId(), by: author(by), session, why: end }));
  return kept.session;
}

function begin(relay: SimulatedRelay, person: Person, wish: CobrowseWish): Response {
  const { asked, clock, logs } = relay;
  const now = clock.now();
  const log = wish.conversation === undefined ? undefined : logs.get(wish.conversation);
  if (wish.conversation !== undefined && log?.summary.agent?.id !== person.id) return refuse('not-found');
  if (log && log.summary.phase !== 'active') return refuse('wrong-phase');
  const alive = asked.cobrowses.map(({ session }) => session).filter(({ state }) => state !== 'ended');
  if (log && alive.some(({ conversation }) => conversation === wish.conversation)) return refuse('already-open');
  if (alive.filter(({ agent }) => agent.id === person.id).length >= MOST_ALIVE) return refuse('still-busy');
  const byCode = wish.by === 'code';
  const session: Cobrowse = {
    id: wish.id,
    state: byCode ? 'code' : 'asked',
    agent: { id: person.id, name: person.name },
    conversation: wish.conversation ?? null,
    ...(!byCode && { site: SITE }),
    begunAt: now,
  };
  const code = byCode ? String(482_193 + asked.cobrowses.length) : undefined;
  const codeUntil = byCode ? now + CODE_LASTS : undefined;
  asked.cobrowses.push({ session, by: wish.by, code, codeUntil, passes: 0 });
  // A code is for whoever types it: the customer of the chat is asked nothing.
  if (!byCode) note(relay, session, (id) => ({ type: 'cobrowse.asked', id, by: author(person) }));
  return json({ session, ...(byCode && { code, codeUntil }), now });
}

/** The agent's HTTP of co-browse. */
export function cobrowseOf(relay: SimulatedRelay, person: Person, path: string, init: RequestInit): Response {
  const own = relay.asked.cobrowses.filter(({ session }) => session.agent.id === person.id);
  const [, id, what] = /^\/v1\/cobrowse\/([^/]+)\/(pass|end)$/.exec(path) ?? [];
  if (id === undefined && init.method === 'POST') return begin(relay, person, JSON.parse(init.body as string) as CobrowseWish);
  const open = own.map(({ session }) => session).filter(({ state }) => state !== 'ended');
  if (id === undefined) return json({ sessions: open.reverse(), now: relay.clock.now() });
  const kept = own.find(({ session }) => session.id === id);
  if (!kept) return refuse('not-found');
  if (what === 'end') return json({ session: endsCobrowse(relay, id, person) });
  if (kept.session.state === 'ended') return refuse('wrong-phase');
  kept.passes++;
  return json({ session: kept.session, pass: `pass ${String(kept.passes)} of ${id}` });
}
