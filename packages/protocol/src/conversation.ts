import * as v from 'valibot';
import { namedSchema } from './people.js';

/** What a conversation is held on. More channels come with their issues; the list is the only place to add them. */
export const CHANNELS = ['chat'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Where a conversation stands. `waiting`: in a queue, nobody's. `active`: with an agent. `wrapUp`: over, the agent still owes a
 * disposition. `closed`: over and done with. For customers `wrapUp` and `closed` are one thing, `closed`.
 */
export const PHASES = ['waiting', 'active', 'wrapUp', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** How a conversation came out, as the agent says at wrap-up. */
export const DISPOSITIONS = ['resolved', 'abandoned', 'pending'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** How far each side has read: the `seq` of the last event seen, 0 for none. */
export const readsSchema = v.object({ customer: v.number(), agent: v.number() });
export type Reads = v.InferOutput<typeof readsSchema>;

/** The row of a conversation, as people who may see it get it. Moments are milliseconds since 1970 by the relay's clock. */
export const summarySchema = v.object({
  id: v.string(),
  channel: v.picklist(CHANNELS),
  phase: v.picklist(PHASES),
  queue: namedSchema,
  customer: namedSchema,
  agent: v.nullable(namedSchema),
  startedAt: v.number(),
  /** Since when it has its place in the queue; kept when it goes back there. */
  waitingSince: v.number(),
  acceptedAt: v.nullable(v.number()),
  endedAt: v.nullable(v.number()),
  /** Since when the customer has been without an answer; null when nothing is owed. */
  awaitingSince: v.nullable(v.number()),
  /** The `seq` of the newest event. */
  seq: v.number(),
  read: readsSchema,
  /** The newest message, cut to 140 characters; null before the first. */
  lastLine: v.nullable(v.object({ text: v.string(), by: v.picklist(['customer', 'agent', 'system']), at: v.number() })),
  disposition: v.nullable(v.picklist(DISPOSITIONS)),
});
export type ConversationSummary = v.InferOutput<typeof summarySchema>;

/** Whether people can still write in a conversation. */
export const isOpen = (phase: Phase): boolean => phase === 'waiting' || phase === 'active';
