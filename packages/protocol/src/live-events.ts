import * as v from 'valibot';
import { readsSchema, summarySchema } from './conversation.js';
import { FIELD_FAULTS } from './fields.js';
import { ROLES, authorSchema, namedSchema } from './people.js';
import { REFUSALS, type RefusalCode } from './refusals.js';
import { siteSchema, deskFaceSchema, deskSchema } from './site.js';
import { statusSchema } from './status.js';

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
  /** How much of a form the customer has filled in, of how many fields; never what. Agents only. */
  'form.reported': v.object({
    type: v.literal('form.reported'),
    conversation: v.string(),
    form: v.string(),
    filled: v.number(),
    of: v.number(),
  }),
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
    /** What is wrong with a form, by the field's name. */
    fields: v.optional(v.record(v.string(), v.picklist(FIELD_FAULTS))),
  }),
} as const;
