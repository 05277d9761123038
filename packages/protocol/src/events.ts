import * as v from 'valibot';
import { BOT_FAULTS, collectedSchema, recalledSchema } from './bot.js';
import { attachmentSchema } from './attachments.js';
import { ACTION_FAULTS } from './actions.js';
import { readsSchema, skillsSchema, summarySchema } from './conversation.js';
import { markSchema } from './marks.js';
import { ROLES, authorSchema, namedSchema } from './people.js';
import { REFUSALS, type RefusalCode } from './refusals.js';
import { siteSchema, deskFaceSchema, deskSchema } from './site.js';
import { statusSchema } from './status.js';
import { summaryEntries } from './summaries.js';

// Events come down, in the past tense. Those of the log are saved and have a `seq`; the others are told to whoever is there.
// Their schemas check shapes alone: limits are for what goes up, and what comes down has passed them.

const logged = {
  conversation: v.string(),
  seq: v.number(),
  /** The id of the command that caused it, or one made by the relay. Unique in the conversation. */
  id: v.string(),
  /** When the relay saved it. */
  at: v.number(),
  by: authorSchema,
};

/** The events of a conversation's log, by type. */
export const logSchemas = {
  'conversation.started': v.object({
    type: v.literal('conversation.started'),
    ...logged,
    customer: namedSchema,
    queue: namedSchema,
    email: v.optional(v.string()),
    /** With what the form called them. */
    answers: v.optional(v.array(v.object({ field: v.string(), value: v.string(), label: v.optional(v.string()) }))),
    page: v.optional(v.string()),
    /** The name of the AI agent that has it first; left out where it waits for people at once. */
    bot: v.optional(v.string()),
  }),
  /** The AI agent gave it to people, the customer asked for one, or it could not go on: from now on it waits. */
  'bot.handed-over': v.object({
    type: v.literal('bot.handed-over'),
    ...logged,
    queue: namedSchema,
    /** What the customer and the agent both see, and can ask each other for. */
    passkey: v.string(),
    /** In the queue. Agents only, as is all that follows. */
    priority: v.optional(v.number()),
    collected: v.optional(v.array(collectedSchema)),
    /** What the customer wants, in the AI agent's words. */
    intent: v.optional(v.string()),
    note: v.optional(v.string()),
    /** Why the AI agent could not go on; left out where it could. */
    failed: v.optional(v.picklist(BOT_FAULTS)),
  }),
  /** What the customer had said to an AI agent elsewhere, before. Agents only. */
  'transcript.fetched': v.object({
    type: v.literal('transcript.fetched'),
    ...logged,
    messages: v.array(recalledSchema),
    collected: v.array(collectedSchema),
  }),
  /** That could not be fetched. Agents only. */
  'transcript.missed': v.object({ type: v.literal('transcript.missed'), ...logged, why: v.picklist(BOT_FAULTS) }),
  'conversation.accepted': v.object({ type: v.literal('conversation.accepted'), ...logged, agent: namedSchema }),
  /** Put to one agent, to be accepted till `until`. Agents only. */
  'offer.made': v.object({ type: v.literal('offer.made'), ...logged, agent: namedSchema, until: v.number() }),
  /** Not accepted. Agents only. */
  'offer.ended': v.object({
    type: v.literal('offer.ended'),
    ...logged,
    agent: namedSchema,
    why: v.picklist(['rejected', 'expired', 'withdrawn']),
  }),
  /** Given to another queue, or with `agent` to that agent at once. */
  'conversation.transferred': v.object({
    type: v.literal('conversation.transferred'),
    ...logged,
    queue: namedSchema,
    agent: v.nullable(namedSchema),
    /** In the other queue; kept where left out. Agents only. */
    priority: v.optional(v.number()),
  }),
  /** Back in its queue, in its old place: its agent's browser vanished, or they signed out. */
  'conversation.returned': v.object({
    type: v.literal('conversation.returned'),
    ...logged,
    queue: namedSchema,
    why: v.picklist(['vanished', 'signed-out']),
  }),
  /** Other skills are asked for. Agents only. */
  'conversation.skilled': v.object({ type: v.literal('conversation.skilled'), ...logged, skills: skillsSchema }),
  /** Agents only. */
  'conversation.snoozed': v.object({ type: v.literal('conversation.snoozed'), ...logged, until: v.number() }),
  /** Snoozed no longer; a message wakes it without a word. Agents only. */
  'conversation.woken': v.object({ type: v.literal('conversation.woken'), ...logged, why: v.picklist(['time', 'agent']) }),
  'message.sent': v.object({
    type: v.literal('message.sent'),
    ...logged,
    /** Empty only where something is attached. */
    text: v.string(),
    marks: v.optional(v.array(markSchema)),
    attachments: v.optional(v.array(attachmentSchema)),
  }),
  /** Somebody reacted to a message, by its `seq`: `emoji` in place of what they gave before, null for nothing any more. */
  'message.reacted': v.object({ type: v.literal('message.reacted'), ...logged, message: v.number(), emoji: v.nullable(v.string()) }),
  'conversation.ended': v.object({ type: v.literal('conversation.ended'), ...logged }),
  /** The wrap-up closes by itself at `until`. Agents only. */
  'wrap-up.timed': v.object({ type: v.literal('wrap-up.timed'), ...logged, until: v.number() }),
  /** Done with, without a disposition: the queue has no wrap-up. Agents only. */
  'conversation.closed': v.object({ type: v.literal('conversation.closed'), ...logged }),
  /** Agents only. */
  'conversation.disposed': v.object({
    type: v.literal('conversation.disposed'),
    ...logged,
    /** Null where none was required, and none chosen. */
    disposition: v.nullable(v.string()),
    description: v.string(),
  }),
  /** Something that an agent wrote down about the customer. Agents only. */
  'note.added': v.object({ type: v.literal('note.added'), ...logged, text: v.string() }),
  /** What an agent finds when they get a conversation. Agents only. */
  'summary.added': v.object({
    type: v.literal('summary.added'),
    ...logged,
    ...summaryEntries,
  }),
  /** How far the agent is with it, as they chose. The end of the chat brings `chat-finished` without a word. Agents only. */
  'engagement.changed': v.object({ type: v.literal('engagement.changed'), ...logged, engagement: v.string() }),
  /** An agent has the relay call a service. Agents only. */
  'action.started': v.object({ type: v.literal('action.started'), ...logged, action: v.string(), name: v.string() }),
  /** What came of it. Agents only. */
  'action.performed': v.object({
    type: v.literal('action.performed'),
    ...logged,
    /** The id of what it came of, `action.started`. */
    command: v.string(),
    action: v.string(),
    name: v.string(),
    /** What was typed, by the field's name. */
    values: v.record(v.string(), v.string()),
    ok: v.boolean(),
    /** The answer; may be empty. */
    text: v.string(),
    /** Where it is not ok: why; a newer relay's reason is read as `unreachable`. */
    fault: v.optional(v.fallback(v.picklist(ACTION_FAULTS), 'unreachable')),
  }),
  /** Stands where an event is that its reader may not see, so that the count has no gap. */
  'event.hidden': v.object({ type: v.literal('event.hidden'), conversation: v.string(), seq: v.number() }),
} as const;

/** The events that are told and forgotten, by type. */
export const liveSchemas = {
  /** The answer to `session.open`. */
  'session.opened': v.object({
    type: v.literal('session.opened'),
    version: v.number(),
    /** The relay's clock, so that a client whose own is wrong still shows right times. */
    now: v.number(),
    /** When the token ends; renew before. */
    expires: v.number(),
    person: v.object({ ...namedSchema.entries, role: v.picklist(ROLES) }),
    /** Customers: the site's face, and the conversation that is still open. */
    site: v.optional(siteSchema),
    conversation: v.optional(v.nullable(summarySchema)),
    /** Agents: the workspace's desk, and the tray: everything waiting in their queues and whatever is theirs and not closed. */
    desk: v.optional(deskSchema),
    status: v.optional(statusSchema),
    tray: v.optional(v.array(summarySchema)),
  }),
  'session.renewed': v.object({ type: v.literal('session.renewed'), expires: v.number() }),
  pong: v.object({ type: v.literal('pong') }),
  /**
   * The answer to `conversation.follow`. The events are contiguous and end with the newest. They begin right after the `after` that was
   * asked for, unless that is too long ago: then they are the newest ones, and what the client has before them is to be fetched anew.
   */
  'conversation.opened': v.object({ type: v.literal('conversation.opened'), conversation: summarySchema, events: v.array(v.unknown()) }),
  /** The answer to `history.fetch`: contiguous, ascending, ending right before what was asked for. */
  'history.fetched': v.object({
    type: v.literal('history.fetched'),
    conversation: v.string(),
    before: v.number(),
    events: v.array(v.unknown()),
  }),
  /** The row changed. Agents only, for their tray. */
  'conversation.changed': v.object({ type: v.literal('conversation.changed'), conversation: summarySchema }),
  /** What waited, or was one's own, is another agent's since that `seq`, who alone sees more of it. Agents only. */
  'conversation.left': v.object({ type: v.literal('conversation.left'), conversation: v.string(), seq: v.number() }),
  'conversation.read': v.object({ type: v.literal('conversation.read'), conversation: v.string(), read: readsSchema }),
  'typing.changed': v.object({ type: v.literal('typing.changed'), conversation: v.string(), by: authorSchema, on: v.boolean() }),
  /** A waiting customer's place in the queue, 1 for the next. */
  'queue.placed': v.object({
    type: v.literal('queue.placed'),
    conversation: v.string(),
    place: v.number(),
    /** How long it will take, ms, and how sure that is; left out where nothing is known. Four of five should wait between the two. */
    wait: v.optional(v.object({ low: v.number(), high: v.number(), sure: v.picklist(['sure', 'rough']) })),
  }),
  /** The agent's own status, in every console of theirs. */
  'status.changed': v.object({ type: v.literal('status.changed'), status: statusSchema }),
  'listening.changed': v.object({ type: v.literal('listening.changed'), on: v.boolean() }),
  /** An admin changed the settings of the workspace. Agents only. */
  'desk.changed': v.object({ type: v.literal('desk.changed'), desk: deskFaceSchema }),
  /** A command was not performed; told to the asker only. */
  refused: v.object({
    type: v.literal('refused'),
    /** The refused command's `id` where it has one. */
    id: v.optional(v.string()),
    command: v.optional(v.string()),
    conversation: v.optional(v.string()),
    /** A code that this build does not know, from a newer relay, is read as `internal`. */
    code: v.fallback(v.picklist(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]), 'internal'),
    /** In English, for developers: what was wrong and what to do. */
    detail: v.string(),
    /** Milliseconds to wait before the same may be tried again. */
    retryAfter: v.optional(v.number()),
  }),
} as const;

type LogType = keyof typeof logSchemas;
type LiveType = keyof typeof liveSchemas;
export type SeenEvent = { [T in LogType]: v.InferOutput<(typeof logSchemas)[T]> }[LogType];
/** An event of the log as it is saved: everything but the stand-in for what may not be seen. */
export type LogEvent = Exclude<SeenEvent, { type: 'event.hidden' }>;
export type LogEventOf<T extends LogEvent['type']> = Extract<LogEvent, { type: T }>;
export type LiveEvent = {
  [T in LiveType]: T extends 'conversation.opened' | 'history.fetched'
    ? Omit<v.InferOutput<(typeof liveSchemas)[T]>, 'events'> & { events: SeenEvent[] }
    : v.InferOutput<(typeof liveSchemas)[T]>;
}[LiveType];
export type LiveEventOf<T extends LiveType> = Extract<LiveEvent, { type: T }>;
export type RelayEvent = SeenEvent | LiveEvent;
export type MessageEvent = LogEventOf<'message.sent'>;
export type NoteEvent = LogEventOf<'note.added'>;
export type SummaryEvent = LogEventOf<'summary.added'>;
export type AnswerEvent = LogEventOf<'action.performed'>;

const isLogType = (type: string): type is LogType => Object.hasOwn(logSchemas, type);

/** Whether an event belongs to a conversation's log. */
export const isLogged = (event: RelayEvent): event is SeenEvent => isLogType(event.type);
