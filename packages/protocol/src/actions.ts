import * as v from 'valibot';
import { cleanLine, cleanText } from './text.js';

/** What is typed into a field of an action's form. */
export const FIELD_KINDS = ['text', 'longText', 'number', 'email', 'date', 'choice'] as const;

/** One field of an action's form, as the settings have it and consoles show it. */
export const actionFieldSchema = v.object({
  name: v.string(),
  label: v.string(),
  kind: v.picklist(FIELD_KINDS),
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

/** What is typed, by the field's name; dates as 2026-12-24. */
export type ActionValues = Readonly<Record<string, string>>;

export const FIELD_FAULTS = ['missing', 'too-long', 'no-number', 'no-email', 'no-date', 'no-option', 'no-match'] as const;
/** Why a value is not taken. */
export type FieldFault = (typeof FIELD_FAULTS)[number];

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

/** The longest value of one line, and of several, in UTF-16 code units. */
export const MAX_VALUE = 200;
export const MAX_LONG_VALUE = 4_000;

const isDate = (value: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

const IS_OF_KIND: { [K in ActionField['kind']]: readonly [FieldFault, (value: string, field: ActionField) => boolean] } = {
  text: ['no-match', () => true],
  longText: ['no-match', () => true],
  number: ['no-number', (value) => /^-?\d{1,15}(\.\d{1,10})?$/.test(value)],
  email: ['no-email', (value) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)],
  date: ['no-date', isDate],
  choice: ['no-option', (value, { options = [] }) => options.includes(value)],
};

function faultOf(field: ActionField, value: string): FieldFault | undefined {
  if (value === '') return field.required ? 'missing' : undefined;
  if (value.length > (field.kind === 'longText' ? MAX_LONG_VALUE : MAX_VALUE)) return 'too-long';
  const [fault, isOfKind] = IS_OF_KIND[field.kind];
  if (!isOfKind(value, field)) return fault;
  return field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, 'u').test(value) ? 'no-match' : undefined;
}

/** Checks a form, cleaned, on both sides of the wire alike. What is typed for no field is left out. */
export function checkForm(
  fields: readonly ActionField[],
  typed: ActionValues,
): { readonly values: ActionValues; readonly faults: Readonly<Record<string, FieldFault>> } {
  const clean = (field: ActionField): string => (field.kind === 'longText' ? cleanText : cleanLine)(typed[field.name] ?? '');
  const values = fields.map((field) => [field.name, clean(field)] as const);
  const faults = fields.flatMap((field, index) => {
    const fault = faultOf(field, values[index]?.[1] ?? '');
    return fault ? [[field.name, fault] as const] : [];
  });
  return { values: Object.fromEntries(values), faults: Object.fromEntries(faults) };
}

/** The id of the message that an answer is shared as: made from the answer's own, so that it is shared once. */
export const sharedId = (answer: string): string => `${answer.slice(0, 14)}8${answer.slice(15)}`;
