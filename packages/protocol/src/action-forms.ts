import type { ActionField, ActionValues, FieldFault } from './actions.js';
import { cleanLine, cleanText } from './text.js';

// Apart from what actions are: no console needs it before a form is open.

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
