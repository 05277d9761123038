import * as v from 'valibot';
import { BOT_FAULTS, collectedSchema, recalledSchema } from './bot.js';
import { attachmentSchema } from './attachments.js';
import { ACTION_FAULTS } from './actions.js';
import { COBROWSE_ENDS } from './cobrowse.js';
import { formSchema, unreadableForm, vaultKeySchema } from './forms.js';
import { skillsSchema } from './conversation.js';
import { markSchema } from './marks.js';
import { authorSchema, namedSchema } from './people.js';
import { summaryEntries } from './summaries.js';
import { surveySchema } from './surveys.js';

// The events of a log, which are saved and have a `seq`, as events.ts tells.

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
  /** An agent asks the customer to fill in a form. Its `id` is what an answer says it is to. */
  'form.sent': v.object({
    type: v.literal('form.sent'),
    ...logged,
    form: v.fallback(formSchema, unreadableForm),
    /** What masked values are sealed for; left out where there are none. */
    vault: v.optional(vaultKeySchema),
    /** How long masked values are kept, from the answer on; for ever where it is left out. */
    retentionDays: v.optional(v.number()),
  }),
  /** The customer filled it in. */
  'form.answered': v.object({
    type: v.literal('form.answered'),
    ...logged,
    /** The id of what it answers, `form.sent`. */
    form: v.string(),
    name: v.string(),
    /** What is open, by the field's name; of a file its attachments' ids. */
    values: v.record(v.string(), v.string()),
    /** The names of the masked fields that were filled in: their values are in no log. */
    masked: v.array(v.string()),
    attachments: v.optional(v.array(attachmentSchema)),
  }),
  /** The agent wants the customer asked at the end, or no longer. Agents only. */
  'survey.planned': v.object({ type: v.literal('survey.planned'), ...logged, on: v.boolean() }),
  /** The customer is asked how it was. Its `id` is what an answer says it is to. */
  'survey.sent': v.object({ type: v.literal('survey.sent'), ...logged, survey: surveySchema }),
  /** They said it. */
  'survey.answered': v.object({
    type: v.literal('survey.answered'),
    ...logged,
    /** The id of what it answers, `survey.sent`. */
    survey: v.string(),
    score: v.number(),
    /** May be empty. */
    comment: v.string(),
  }),
  /** An agent asks to see the customer's page. Its `id` is the session's. */
  'cobrowse.asked': v.object({ type: v.literal('cobrowse.asked'), ...logged }),
  /** The customer allowed it. */
  'cobrowse.allowed': v.object({ type: v.literal('cobrowse.allowed'), ...logged, session: v.string() }),
  /** It is over, allowed or not. */
  'cobrowse.ended': v.object({
    type: v.literal('cobrowse.ended'),
    ...logged,
    session: v.string(),
    why: v.fallback(v.picklist(COBROWSE_ENDS), 'gone'),
  }),
  /** Stands where an event is that its reader may not see, so that the count has no gap. */
  'event.hidden': v.object({ type: v.literal('event.hidden'), conversation: v.string(), seq: v.number() }),
} as const;
