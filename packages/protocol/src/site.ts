import * as v from 'valibot';
import { namedSchema } from './people.js';
import { line } from './text.js';

/** One field of the form before a chat. `name` and `email` are known names: they become the customer's. */
export const preChatFieldSchema = v.object({
  field: line,
  label: line,
  kind: v.picklist(['text', 'email', 'longText']),
  required: v.boolean(),
});
export type PreChatField = v.InferOutput<typeof preChatFieldSchema>;

/** What the customer's window shows of a site. */
export const siteSchema = v.object({
  /** The team's name, in the head of the window. */
  name: line,
  greeting: line,
  /** What to expect, in minutes; null says nothing. */
  usualReplyMinutes: v.nullable(v.number()),
  preChat: v.array(preChatFieldSchema),
});
export type Site = v.InferOutput<typeof siteSchema>;

/** What an agent's console knows of its workspace. */
export const deskSchema = v.object({
  workspace: namedSchema,
  queues: v.array(namedSchema),
  listening: v.boolean(),
  /** A reply later than this many milliseconds is overdue. */
  responseTime: v.number(),
});
export type Desk = v.InferOutput<typeof deskSchema>;
