import * as v from 'valibot';
import { namedSchema } from './people.js';

/**
 * Where a call stands. `ringing`: the customer is being rung. `waiting`: the customer is there and nobody has the call, which is put to an agent
 * or waits in a queue. `live`: somebody has it. `ended`: for good.
 */
export const CALL_STATES = ['ringing', 'waiting', 'live', 'ended'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** With what it was asked for; video comes and goes later, whatever it was. */
export const CALL_KINDS = ['audio', 'video'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** Who wanted it: the agent in a chat, the customer, or an agent who dialled a number. */
export const CALL_ORIGINS = ['agent', 'customer', 'outbound'] as const;
export type CallOrigin = (typeof CALL_ORIGINS)[number];

/**
 * Who somebody is on a call. `agent`: has it, or had it first. `consulted`: talks to the agent while the customer is on hold. `supervisor`: joined
 * from the monitor, or was consulted. `participant`: any other agent who is on it.
 */
export const LEG_ROLES = ['customer', 'agent', 'consulted', 'supervisor', 'participant'] as const;
export type LegRole = (typeof LEG_ROLES)[number];

/** One end of a call: it rings there, somebody is there, or their network was lost and they may rejoin. */
export const LEG_STATES = ['ringing', 'on', 'dropped'] as const;
export type LegState = (typeof LEG_STATES)[number];

/** The consult rings; the two talk to each other; or the agent has swapped back to the customer, and the consulted one is on hold. */
export const CONSULT_STATES = ['ringing', 'private', 'swapped'] as const;
export type ConsultState = (typeof CONSULT_STATES)[number];

/** Why a call ended: somebody ended it or left, would not take it, did not answer in time, or their network was away for too long. */
export const CALL_ENDS = ['agent', 'customer', 'declined', 'unanswered', 'lost'] as const;
export type CallEnd = (typeof CALL_ENDS)[number];

/** Why a leg is gone: who had it left, their network was away for too long, or they gave the call to somebody else. */
export const LEAVINGS = ['left', 'lost', 'given'] as const;
/** Why a consult is over without a merge. */
export const CONSULT_ENDS = ['ended', 'declined', 'unanswered', 'left', 'lost'] as const;
/** Why what was put to somebody is not any more. */
export const CALL_OFFER_ENDS = ['declined', 'expired', 'withdrawn'] as const;

/** `off`: nobody has started it, or there is none. `paused` says why: see `PAUSES`. */
export const RECORDING_STATES = ['off', 'running', 'paused'] as const;
export type RecordingState = (typeof RECORDING_STATES)[number];
/** Why nothing is recorded: an agent paused it, the customer is on hold, a consult goes on, a secured form is open, or one of the two is away. */
export const PAUSES = ['by-hand', 'hold', 'consult', 'secured', 'away'] as const;
export type Pause = (typeof PAUSES)[number];

/** How long it rings at a customer, and at an agent who is consulted or asked directly, ms. */
export const RINGS_FOR = 45_000;
/** How long a place is kept for somebody whose network was lost, ms. */
export const REJOINS_WITHIN = 60_000;
/** The most people on the agents' side of a call besides the agent who has it. */
export const MOST_SUPERVISORS = 4;

/** What somebody sends. With `muted` the microphone is there, and nobody hears it. */
export const mediaSchema = v.object({ audio: v.boolean(), video: v.boolean(), screen: v.boolean(), muted: v.boolean() });
export type LegMedia = v.InferOutput<typeof mediaSchema>;

export const legSchema = v.object({
  person: namedSchema,
  role: v.picklist(LEG_ROLES),
  state: v.picklist(LEG_STATES),
  media: mediaSchema,
  /** On hold: hears hold audio, and is heard by nobody. */
  held: v.boolean(),
  /** Since when on the call, by the relay's clock, ms; a network that was away in between does not count against it. Null while it rings. */
  since: v.nullable(v.number()),
  /** Till when it rings, or may be rejoined, ms; null while somebody is there. */
  until: v.nullable(v.number()),
});
export type CallLeg = v.InferOutput<typeof legSchema>;

/** A call as whoever may see it gets it: customers learn nothing of consults and offers. Its `id` is that of its own conversation. */
export const callSchema = v.object({
  id: v.string(),
  /** The chat that it was begun in; null for one that was not. The two are closed separately. */
  chat: v.nullable(v.string()),
  kind: v.picklist(CALL_KINDS),
  origin: v.picklist(CALL_ORIGINS),
  state: v.picklist(CALL_STATES),
  customer: namedSchema,
  /** Who has it; null while nobody does. */
  agent: v.nullable(namedSchema),
  legs: v.array(legSchema),
  /** Agents only. */
  consult: v.nullable(v.object({ by: v.string(), target: v.string(), state: v.picklist(CONSULT_STATES) })),
  /** Where it is to go, and to whom it is being put; null where it stays. Customers are told of the queue alone. */
  waits: v.nullable(
    v.object({ queue: v.nullable(namedSchema), offer: v.nullable(v.object({ agent: namedSchema, until: v.number() })), since: v.number() }),
  ),
  recording: v.object({ state: v.picklist(RECORDING_STATES), why: v.array(v.picklist(PAUSES)) }),
  startedAt: v.number(),
  answeredAt: v.nullable(v.number()),
  endedAt: v.nullable(v.number()),
  /** Left out where it has not ended. */
  end: v.optional(v.fallback(v.picklist(CALL_ENDS), 'lost')),
  /** Who owes its disposition; null where nobody does. Agents only. */
  wrapUp: v.nullable(namedSchema),
});
export type CallFace = v.InferOutput<typeof callSchema>;
