import {
  SESSION_LASTS,
  WAITS_FOR_SIDE,
  type Cobrowse,
  type CobrowseEnd,
  type CobrowseState,
  type MirrorSide,
} from '@deskbell/protocol/cobrowse.js';
import type { Author, Named, Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';

/**
 * What can be done to a co-browse session. `redeem` is the code, typed; `allow` and `refuse` are the customer's answer; `join` opens a socket;
 * `expire` is the end of the code's or the session's time; `lose` ends it where a side is away for too long, or the chat goes to somebody else.
 */
export const COBROWSE_STEPS = ['redeem', 'allow', 'refuse', 'join', 'end', 'expire', 'lose'] as const;
export type CobrowseStep = (typeof COBROWSE_STEPS)[number];

/** What may happen to a session in each state (CB1). What is not here is refused with `wrong-phase`. */
export const COBROWSE_LIFE: Record<CobrowseState, Partial<Record<CobrowseStep, CobrowseState>>> = {
  code: { redeem: 'asked', join: 'code', end: 'ended', expire: 'ended', lose: 'ended' },
  asked: { allow: 'allowed', refuse: 'ended', join: 'asked', end: 'ended', expire: 'ended', lose: 'ended' },
  allowed: { allow: 'allowed', join: 'allowed', end: 'ended', expire: 'ended', lose: 'ended' },
  ended: {},
};

/** Who may take which step (CB2); `redeem` is anybody's who has the code, and nobody but the relay lets one expire or be lost. */
export const COBROWSE_TAKEN_BY: Record<CobrowseStep, readonly MirrorSide[]> = {
  redeem: [],
  allow: ['customer'],
  refuse: ['customer'],
  join: ['customer', 'agent'],
  end: ['customer', 'agent'],
  expire: [],
  lose: [],
};

/** As much of a session as rights and time-outs depend on. */
export interface CobrowseHeld {
  readonly id: string;
  readonly workspace: string;
  readonly state: CobrowseState;
  readonly by: 'chat' | 'code';
  readonly agent: Named;
  readonly conversation: string | null;
  /** The key of the site: the chat's, or the one on which the code was typed; null while it was not. */
  readonly site: string | null;
  readonly begunAt: number;
  /** Till when its code is good, ms; null where it has none. */
  readonly codeUntil: number | null;
  /** When each side was last known to be there, ms. */
  readonly agentSeen: number;
  readonly customerSeen: number;
  readonly endedAt: number | null;
  readonly end: CobrowseEnd | null;
}

/** Whoever shows something: a person by their token, or a ticket to one session, which is the customer's. */
export type CobrowseCaller = { readonly person: Person } | { readonly ticket: { readonly session: string; readonly workspace: string } };

/** How long an ended session is known, so that whoever comes late is told that it has ended, ms. */
const KEPT = 24 * 3_600_000;

const WHY_NOT: Record<CobrowseState, string> = {
  code: 'the customer has not typed the code yet',
  asked: 'the customer has not allowed it yet',
  allowed: 'the customer has allowed it already; end it in place of that',
  ended: 'the co-browse session has ended; begin a new one',
};

/**
 * Which side of a session somebody is on; undefined for a stranger (CB2). In a chat its customer is, too, and nobody else may allow it there;
 * of what was begun by a code whoever typed it is.
 * @param customer - The id of the chat's customer; undefined where it belongs to none.
 */
export function mirrorSideOf(caller: CobrowseCaller, held: CobrowseHeld, customer: string | undefined): MirrorSide | undefined {
  if ('ticket' in caller) return caller.ticket.session === held.id && caller.ticket.workspace === held.workspace ? 'customer' : undefined;
  const { id, role, workspace } = caller.person;
  if (workspace !== held.workspace) return undefined;
  if (role === 'customer') return held.by === 'chat' && id === customer ? 'customer' : undefined;
  return id === held.agent.id ? 'agent' : undefined;
}

/** The state after a step. Throws `wrong-phase` where it is not possible. */
export function cobrowseAfter(state: CobrowseState, step: CobrowseStep): CobrowseState {
  const next = COBROWSE_LIFE[state][step];
  if (next === undefined) throw new RelayError('wrong-phase', WHY_NOT[state]);
  return next;
}

/** The state after a step that somebody takes. Throws `not-found` for strangers, `wrong-role`, or `wrong-phase`. */
export function cobrowseStep(side: MirrorSide | undefined, step: CobrowseStep, { state }: CobrowseHeld): CobrowseState {
  if (!side) throw new RelayError('not-found');
  if (!COBROWSE_TAKEN_BY[step].includes(side))
    throw new RelayError('wrong-role', `${step} is for the ${COBROWSE_TAKEN_BY[step].join(' or ')}`);
  return cobrowseAfter(state, step);
}

/** Till when a session lasts at the most, ms. */
export const lastsUntil = ({ begunAt }: Pick<CobrowseHeld, 'begunAt'>): number => begunAt + SESSION_LASTS;

/** When it is to be looked at next (CB8), ms: when something of it is up, or when it is forgotten. */
export function cobrowseDue(held: CobrowseHeld): number {
  const { state, codeUntil, agentSeen, customerSeen, endedAt } = held;
  if (state === 'ended') return (endedAt ?? 0) + KEPT;
  if (state === 'code') return codeUntil ?? held.begunAt;
  return Math.min(lastsUntil(held), Math.min(agentSeen, customerSeen) + WAITS_FOR_SIDE);
}

/** Why a session is over at a moment, by its time alone (CB8); undefined where it is not. */
export function overAt(held: CobrowseHeld, at: number): Extract<CobrowseEnd, 'expired' | 'gone'> | undefined {
  if (held.state === 'ended' || cobrowseDue(held) > at) return undefined;
  return held.state === 'code' || lastsUntil(held) <= at ? 'expired' : 'gone';
}

/** Whether an ended session may be forgotten. */
export const isForgotten = (held: CobrowseHeld, at: number): boolean => held.state === 'ended' && cobrowseDue(held) <= at;

/** Whether the chat's log tells of its end: a code that nobody allowed anything by was never in it. */
export const isTold = ({ by, state }: Pick<CobrowseHeld, 'by' | 'state'>): boolean => by === 'chat' || state === 'allowed';

/** Why a session ends with its chat, by who did that. */
export const endBy = ({ role }: Pick<Author, 'role'>): CobrowseEnd =>
  role === 'customer' ? 'customer' : role === 'bot' || role === 'system' ? 'gone' : 'agent';

/** A session as both sides may know it. */
export const cobrowseOf = ({ id, state, agent, conversation, begunAt, site, end }: CobrowseHeld): Cobrowse => ({
  id,
  state,
  agent,
  conversation,
  begunAt,
  ...(site !== null && { site }),
  ...(end !== null && { end }),
});
