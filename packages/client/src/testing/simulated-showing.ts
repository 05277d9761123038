import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { json, refusal } from './simulated-answers.js';
import { ANA, MAYA, nextId } from './scenes.js';
import type { SimulatedRelay } from './simulate-relay.js';
import { allowsCobrowse, endsCobrowse, redeems, type SimulatedCobrowse } from './simulated-cobrowse.js';

/** What may leave the browser, where nothing else is said. */
export const RULES: MirrorRules = {
  masking: 'marked',
  mask: [],
  unmask: [],
  pages: [],
  patterns: [],
  parameters: [],
  canvas: true,
  control: true,
};

const TICKET = 'ticket to ';

/** An agent asks in a chat to see the page. Returns the session's id. */
export function asksToSee(relay: SimulatedRelay, conversation: string, by = ANA): string {
  const log = relay.logs.get(conversation);
  if (!log) throw new Error(`the simulated relay has no conversation ${conversation}`);
  const id = nextId();
  const agent = { id: by.id, name: by.name };
  const session = { id, state: 'asked', agent, conversation, begunAt: relay.clock.now() } as const;
  relay.asked.cobrowses.push({ session, by: 'chat', code: undefined, codeUntil: undefined, passes: 0 });
  relay.tell(log, log.append({ type: 'cobrowse.asked', id, by: { ...agent, role: by.role } }, relay.clock.now()).event);
  return id;
}

/**
 * An agent makes a code to read out. Returns the session's id.
 *
 * @public
 */
export function makesCode(relay: SimulatedRelay, code: string, by = ANA): string {
  const id = nextId();
  const session = { id, state: 'code', agent: { id: by.id, name: by.name }, conversation: null, begunAt: relay.clock.now() } as const;
  relay.asked.cobrowses.push({ session, by: 'code', code, codeUntil: relay.clock.now() + 300_000, passes: 0 });
  return id;
}

function redeem(relay: SimulatedRelay, init: RequestInit): Response {
  const { code } = JSON.parse(init.body as string) as { code: string };
  const now = relay.clock.now();
  const found = relay.asked.cobrowses.find((each) => each.code === code && each.session.state === 'code' && (each.codeUntil ?? 0) > now);
  if (!found) throw new RelayError('not-found');
  const session = redeems(relay, found.session.id);
  return json({ session, ticket: TICKET + session.id });
}

function answered(relay: SimulatedRelay, kept: SimulatedCobrowse, init: RequestInit): Response {
  const { id, state } = kept.session;
  if (state === 'ended') throw new RelayError('wrong-phase');
  const { allowed } = JSON.parse(init.body as string) as { allowed: boolean };
  const session = allowed ? allowsCobrowse(relay, id, MAYA) : endsCobrowse(relay, id, MAYA, 'refused');
  return json({ session, ticket: allowed ? TICKET + id : '' });
}

/** The customer's HTTP of co-browse; undefined where it is for an agent. */
export function shownOf(relay: SimulatedRelay, bearer: string, path: string, init: RequestInit): Response | undefined {
  try {
    if (path === '/v1/cobrowse/redeem') return redeem(relay, init);
    const [, id, what] = /^\/v1\/cobrowse\/([^/]+)\/(answer|pass|end)$/.exec(path) ?? [];
    const kept = relay.asked.cobrowses.find(({ session }) => session.id === id);
    const byTicket = bearer.startsWith(TICKET);
    if (byTicket ? bearer !== TICKET + (id ?? '') || !kept : what === 'answer' && !kept) throw new RelayError('not-found');
    if (kept && what === 'answer') return answered(relay, kept, init);
    if (!kept || !byTicket) return undefined;
    // Whoever closes the question has said no.
    if (what === 'end')
      return json({ session: endsCobrowse(relay, kept.session.id, MAYA, kept.session.state === 'asked' ? 'refused' : 'customer') });
    if (kept.session.state === 'ended') throw new RelayError('wrong-phase');
    return json({ session: kept.session, pass: `pass ${String(++kept.passes)} of ${kept.session.id}`, rules: RULES });
  } catch (error) {
    if (error instanceof RelayError) return refusal(error);
    throw error;
  }
}
