import * as v from 'valibot';
import { fileLimitsSchema } from './attachments.js';
import { deskActionSchema } from './actions.js';
import { deskFormSchema, revealRightSchema } from './forms.js';
import { namedSchema } from './people.js';
import { SURVEY_TRIGGERS } from './surveys.js';
import { line } from './text.js';

/** What may be attached; null where nothing may. Older relays say nothing of it. */
const files = v.optional(v.nullable(fileLimitsSchema), null);

const looks = { kind: v.picklist(['text', 'email', 'longText']), required: v.boolean() };

/** One field of the form before a chat, as settings may have it. `name` and `email` are known names: they become the customer's. */
export const preChatFieldSchema = v.object({ field: line, label: line, ...looks });
export type PreChatField = v.InferOutput<typeof preChatFieldSchema>;

/** What the customer's window shows of a site. */
export const siteSchema = v.object({
  /** The team's name, in the head of the window. */
  name: v.string(),
  greeting: v.string(),
  /** What to expect, in minutes; null says nothing. */
  usualReplyMinutes: v.nullable(v.number()),
  /** The AI agent that customers talk to first; left out where there is none. */
  bot: v.optional(v.object({ name: v.string() })),
  preChat: v.array(v.object({ field: v.string(), label: v.string(), ...looks })),
  files,
  /** Whether agents may ask to see the customer's page; left out where they may not, and by older relays. */
  cobrowse: v.optional(v.boolean()),
});
export type Site = v.InferOutput<typeof siteSchema>;

/** A queue, as agents' consoles need it. */
export const deskQueueSchema = v.object({
  ...namedSchema.entries,
  /** Who serves it, by id; null for everybody. */
  members: v.nullable(v.array(v.string())),
  /** The dispositions to choose from at its wrap-up; a built-in one goes by its own name in every language. */
  dispositions: v.array(namedSchema),
  /** Whether one has to be chosen. */
  required: v.boolean(),
  /** Offers are accepted by themselves: nothing can be ended or transferred before the first message. */
  autoAnswer: v.boolean(),
  /** Who decides that its customers are surveyed; null where they are not. Older relays say nothing of it. */
  survey: v.optional(v.nullable(v.picklist(SURVEY_TRIGGERS)), null),
});
export type DeskQueue = v.InferOutput<typeof deskQueueSchema>;

/** A status of the workspace's own. */
export const customStatusSchema = v.object({ ...namedSchema.entries, tag: v.picklist(['available', 'busy', 'away']) });

/** A page beside the conversation, as consoles know it. */
export const deskPanelSchema = v.object({
  ...namedSchema.entries,
  /** May leave open `{conversation}`, `{customer}`, `{queue}` and `{agent}`. */
  url: v.string(),
  sandbox: v.array(v.string()),
});
export type DeskPanel = v.InferOutput<typeof deskPanelSchema>;

/** What every console of a workspace knows of its settings. */
export const deskFaceSchema = v.object({
  workspace: namedSchema,
  queues: v.array(deskQueueSchema),
  /** A reply later than this many milliseconds is overdue. */
  responseTime: v.number(),
  statuses: v.array(customStatusSchema),
  /** What stands for the outcome where a wrap-up closed by itself. */
  systemDisposition: namedSchema,
  skills: v.array(namedSchema),
  /** The engagement statuses of the workspace's own, besides the built-in ones. */
  engagement: v.array(namedSchema),
  /** The durations that a snooze offers, in minutes. */
  snoozePresets: v.array(v.number()),
  transfers: v.object({ to: v.picklist(['queues', 'agents', 'both']), modifySkills: v.boolean() }),
  /** What agents may have the relay do, by a form. */
  actions: v.array(deskActionSchema),
  /** What customers can be asked to fill in; older relays say nothing of it. */
  forms: v.optional(v.array(deskFormSchema), []),
  reveal: v.optional(revealRightSchema, { by: 'everyone', reason: false }),
  /** Pages of the workspace's own beside the conversation. */
  panels: v.array(deskPanelSchema),
  /** Changes with the standard responses, which are got by `GET /v1/responses`; null where there are none. */
  responses: v.nullable(v.string()),
  /** What there is of AI: `arrival` shows a summary to who gets a conversation; the others only where a model is configured. */
  ai: v.object({ rewrite: v.boolean(), assist: v.boolean(), summary: v.boolean(), arrival: v.boolean() }),
  files,
  /** Left out where co-browse is turned off, and by older relays; `control`: whether agents may ask to take control. */
  cobrowse: v.optional(v.object({ control: v.boolean() })),
});
export type DeskFace = v.InferOutput<typeof deskFaceSchema>;

/** What an agent's console knows of its workspace. */
export const deskSchema = v.object({ ...deskFaceSchema.entries, listening: v.boolean() });
export type Desk = v.InferOutput<typeof deskSchema>;
