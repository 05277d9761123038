import type { CallEnd, CallKind, CallOrigin, CallState, ConsultState, LegMedia, LegRole, LegState } from '@deskbell/protocol/calls.js';
import type { Named } from '@deskbell/protocol/people.js';

/** One end of a call. */
export interface Leg {
  readonly person: Named;
  readonly role: LegRole;
  readonly state: LegState;
  readonly media: LegMedia;
  /** The ids of those who want this one on hold; nobody where it is empty. */
  readonly heldBy: readonly string[];
  /** Since when on the call, ms; kept by who rejoins. Null while it rings. */
  readonly since: number | null;
  /** Till when it rings, or may be rejoined, ms; null while somebody is there. */
  readonly until: number | null;
  /** A supervisor or admin of the workspace, whatever they are on this call. */
  readonly supervisor: boolean;
}

/** A private talk of the agent with somebody whose leg is `consulted`. */
export interface Consult {
  readonly by: string;
  readonly target: string;
  readonly state: ConsultState;
}

/** Put to one agent, till then. `warm`: they were consulted before, and keep their slots. */
export interface CallOffer {
  readonly agent: Named;
  readonly until: number;
  readonly warm: boolean;
}

/** Where a call is to go. */
export interface Waits {
  /** The queue in which it waits; null where it is put to one agent directly. */
  readonly queue: Named | null;
  readonly offer: CallOffer | null;
  readonly since: number;
}

/** What a call has been beside the talk of two, by which some things are not possible any more (V13). */
export type Past = 'plain' | 'consulted' | 'merged' | 'conference';

/** A call, as the relay knows it. */
export interface Call {
  /** That of its own conversation. */
  readonly id: string;
  readonly chat: string | null;
  readonly kind: CallKind;
  readonly origin: CallOrigin;
  readonly state: CallState;
  readonly customer: Named;
  /** Where it goes when nobody has it any more; null: then it ends. */
  readonly queue: Named | null;
  /** The id of who has it: may hold, consult, transfer and end it. */
  readonly owner: string | null;
  /** Who had it last while it was answered: whom its survey is about. */
  readonly handledBy: Named | null;
  readonly legs: readonly Leg[];
  /** The ids of everybody on the agents' side who was on it, or to whom it was put. */
  readonly knownTo: readonly string[];
  readonly consult: Consult | null;
  readonly waits: Waits | null;
  readonly past: Past;
  readonly recording: { readonly on: boolean; readonly paused: boolean };
  /** The secured forms that are open at the customer's. */
  readonly secured: readonly string[];
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly end: CallEnd | null;
  /** Who owes its disposition. */
  readonly wrapUp: Named | null;
}

export const legOf = ({ legs }: Pick<Call, 'legs'>, id: string): Leg | undefined => legs.find(({ person }) => person.id === id);

export const customerLeg = ({ legs }: Pick<Call, 'legs'>): Leg | undefined => legs.find(({ role }) => role === 'customer');

/** Everybody on the agents' side but who is consulted. */
export const deskLegs = ({ legs }: Pick<Call, 'legs'>): readonly Leg[] =>
  legs.filter(({ role }) => role !== 'customer' && role !== 'consulted');

export const isOn = ({ state }: Leg): boolean => state === 'on';
export const isHeld = ({ heldBy }: Leg): boolean => heldBy.length > 0;

/** Where a call stands, for what may be done to it: `live` is a talk of two, one with a consult beside it, or a conference. */
export const STAGES = ['ringing', 'waiting', 'talking', 'consulting', 'conference', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

export function stageOf(call: Call): Stage {
  if (call.state !== 'live') return call.state;
  if (call.consult) return 'consulting';
  return deskLegs(call).length > 1 ? 'conference' : 'talking';
}

/** Those who have been on it longest first; who came in the same moment by their place. */
const byLength = (legs: readonly Leg[]): readonly Leg[] => legs.toSorted((a, b) => (a.since ?? Infinity) - (b.since ?? Infinity));

/** Who does the wrap-up when the customer leaves: who has been on it longest, of those who are there, and if nobody is, of all (V17). */
export function longestOf(call: Call): Named | null {
  const legs = byLength(deskLegs(call));
  return (legs.find(isOn) ?? legs[0])?.person ?? null;
}

/** Who has the call when its owner is gone: a supervisor before others, who is there before who is not, the longest first (V16). */
export function heirOf(call: Call): Leg | undefined {
  const rank = (leg: Leg): number => (isOn(leg) ? 0 : 2) + (leg.supervisor ? 0 : 1);
  return byLength(deskLegs(call).filter(({ person }) => person.id !== call.owner)).toSorted((a, b) => rank(a) - rank(b))[0];
}
