import * as v from 'valibot';
import type { FieldKind } from './fields.js';

/** What is typed into a field of an action's form. */
export const ACTION_FIELD_KINDS = ['text', 'longText', 'number', 'email', 'date', 'choice'] as const satisfies readonly FieldKind[];

/** One field of an action's form, as the settings have it and consoles show it. */
export const actionFieldSchema = v.object({
  name: v.string(),
  label: v.string(),
  kind: v.picklist(ACTION_FIELD_KINDS),
  /** What a `choice` is made from. */
  options: v.optional(v.array(v.string())),
  required: v.boolean(),
  /** What the whole value has to match. */
  pattern: v.optional(v.string()),
});
export type ActionField = v.InferOutput<typeof actionFieldSchema>;

/** An action as consoles know it: the form, and nothing of the call. */
export const deskActionSchema = v.object({
  id: v.string(),
  name: v.string(),
  description: v.optional(v.string()),
  fields: v.array(actionFieldSchema),
});
export type DeskAction = v.InferOutput<typeof deskActionSchema>;

/** Why an action brought no answer that can be shown. `status`: the service refused, with the HTTP status as the text. */
export const ACTION_FAULTS = [
  'private',
  'unreachable',
  'timeout',
  'cancelled',
  'redirected',
  'status',
  'too-large',
  'html',
  'not-text',
  'not-json',
  'no-answer',
] as const;
export type ActionFault = (typeof ACTION_FAULTS)[number];

/** The id of the message that an answer is shared as: made from the answer's own, so that it is shared once. */
export const sharedId = (answer: string): string => `${answer.slice(0, 14)}8${answer.slice(15)}`;
