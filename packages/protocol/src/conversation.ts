import * as v from 'valibot';
import { namedSchema } from './people.js';
import { SURVEY_STATES } from './surveys.js';

/** What a conversation is held on. More channels come with their issues; the list is the only place to add them. */
export const CHANNELS = ['chat'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Where a conversation stands. `bot`: with the AI agent, nobody's and in no queue's line. `waiting`: in a queue, nobody's. `active`: with an agent. `wrapUp`: over, the agent still owes a
 * disposition. `closed`: over and done with. For customers `wrapUp` and `closed` are one thing, `closed`.
 */
export const PHASES = ['bot', 'waiting', 'active', 'wrapUp', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** The dispositions that every workspace has unless it names its own. */
export const DISPOSITIONS = ['resolved', 'abandoned', 'pending'] as const;
export type BuiltInDisposition = (typeof DISPOSITIONS)[number];
/** The code of how a conversation came out: one of the above, or of the workspace's own. */
export type Disposition = string;

/** The disposition of a timed wrap-up whose time was up before the agent chose one. */
export const EXPIRED = 'expired';

/** The engagement statuses that every workspace has, besides its own. The first is the one a conversation begins with. */
export const ENGAGEMENTS = ['in-progress', 'chat-finished', 'completed'] as const;
/** How far an agent is with what the customer wants: the id of one of the above, or of the workspace's own. */
export type Engagement = string;

/** The engagement status after the chat has ended: `chat-finished`, where the agent chose nothing else. */
export const engagementAtEnd = (engagement: Engagement): Engagement => (engagement === 'in-progress' ? 'chat-finished' : engagement);

/** How good somebody has to be at what, 1 to 5, by the skill's id. */
export const skillsSchema = v.record(v.string(), v.number());
export type Skills = v.InferOutput<typeof skillsSchema>;

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
  /** Of two that wait the one with the higher priority comes first. */
  priority: v.number(),
  /** What an agent needs for it, besides what the queue asks for. */
  skills: skillsSchema,
  /** Put to one agent, who has till then to accept it; null while it is anybody's. */
  offer: v.nullable(v.object({ agent: namedSchema, until: v.number() })),
  startedAt: v.number(),
  /** Since when it has its place in the queue; kept when it goes back there. */
  waitingSince: v.number(),
  /** When the first agent since it last waited took it: the end of the wait, kept when it is handed on to another agent. */
  acceptedAt: v.nullable(v.number()),
  /** Since when the agent who has it now has it. */
  assignedAt: v.nullable(v.number()),
  endedAt: v.nullable(v.number()),
  /** Since when the customer has been without an answer; null when nothing is owed. */
  awaitingSince: v.nullable(v.number()),
  /** The `seq` of the newest event. */
  seq: v.number(),
  read: readsSchema,
  /** The newest message, cut to 140 characters; null before the first. */
  lastLine: v.nullable(
    v.object({
      text: v.string(),
      by: v.picklist(['customer', 'agent', 'bot', 'system']),
      at: v.number(),
      /** How many files came with it; left out where none did. Where some did, the text may be empty. */
      attachments: v.optional(v.number()),
    }),
  ),
  /** Out of the way until then; null where it is not. */
  snoozedUntil: v.nullable(v.number()),
  /** When a timed wrap-up closes by itself; null where there is no limit. */
  wrapUpUntil: v.nullable(v.number()),
  disposition: v.nullable(v.string()),
  /** How far the agent is with it. */
  engagement: v.string(),
  /** Where its survey stands; older relays say nothing of it. */
  survey: v.optional(v.nullable(v.picklist(SURVEY_STATES)), null),
});
export type ConversationSummary = v.InferOutput<typeof summarySchema>;

/** How a conversation stands that nobody has routed yet, and all that customers see of its routing. */
export const UNROUTED = {
  priority: 0,
  skills: {},
  offer: null,
  snoozedUntil: null,
  wrapUpUntil: null,
  engagement: ENGAGEMENTS[0],
  survey: null,
} as const satisfies Partial<ConversationSummary>;

/** Whether people can still write in a conversation. */
export const isOpen = (phase: Phase): boolean => phase !== 'wrapUp' && phase !== 'closed';
