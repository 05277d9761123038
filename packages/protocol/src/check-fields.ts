import { AGREED, type Field, type FieldFault, type FieldKind, type FieldValues } from './fields.js';
import { passesLuhn } from './luhn.js';
import { cleanLine, cleanText } from './text.js';

// Apart from what fields are: nobody needs it before a form is open.

/** The longest value of one line, and of several, in UTF-16 code units. */
export const MAX_VALUE = 200;
export const MAX_LONG_VALUE = 4_000;

/** The most files that one field takes. */
export const MAX_FIELD_FILES = 5;

const isDate = (value: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

/** Several, one a line. */
export const linesOf = (value: string): string[] => (value === '' ? [] : value.split('\n'));

const areOptions = (value: string, options: readonly string[]): boolean => {
  const chosen = linesOf(value);
  return chosen.every((each) => options.includes(each)) && new Set(chosen).size === chosen.length;
};

const areFiles = (value: string): boolean => {
  const ids = linesOf(value);
  return ids.length <= MAX_FIELD_FILES && new Set(ids).size === ids.length && ids.every((id) => /^[0-9a-f-]{36}$/.test(id));
};

const isPhone = (value: string): boolean => /^\+?[\d\s()./-]+$/.test(value) && /^\d{5,15}$/.test(value.replace(/\D/g, ''));

const IS_OF_KIND: { [K in FieldKind]: readonly [FieldFault, (value: string, field: Field) => boolean] } = {
  text: ['no-match', () => true],
  longText: ['no-match', () => true],
  number: ['no-number', (value) => /^-?\d{1,15}(\.\d{1,10})?$/.test(value)],
  email: ['no-email', (value) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)],
  phone: ['no-phone', isPhone],
  date: ['no-date', isDate],
  choice: ['no-option', (value, { options = [] }) => options.includes(value)],
  choices: ['no-option', (value, { options = [] }) => areOptions(value, options)],
  cardNumber: ['no-card', (value) => /^\d{12,19}$/.test(value) && passesLuhn(value)],
  file: ['no-file', areFiles],
  consent: ['no-option', (value) => value === AGREED],
};

const IN_LINES: readonly FieldKind[] = ['longText', 'choices', 'file'];

const CLEANED: Partial<Record<FieldKind, (value: string) => string>> = {
  cardNumber: (value) => cleanLine(value).replace(/[\s-]/g, ''),
};

/** Whether a field is asked for, with what stands in those above it. */
export const isAsked = ({ when }: Field, values: FieldValues): boolean =>
  when === undefined || (Object.hasOwn(values, when.field) && linesOf(values[when.field] ?? '').some((value) => when.is.includes(value)));

/** A value as it is kept. */
export const cleanValue = (kind: FieldKind, typed: string): string =>
  (CLEANED[kind] ?? (IN_LINES.includes(kind) ? cleanText : cleanLine))(typed);

/** What is wrong with a clean value of a field that is asked for. */
export function faultOf(field: Field, value: string): FieldFault | undefined {
  if (value === '') return field.required ? 'missing' : undefined;
  if (value.length > (IN_LINES.includes(field.kind) ? MAX_LONG_VALUE : MAX_VALUE)) return 'too-long';
  const [fault, isOfKind] = IS_OF_KIND[field.kind];
  if (!isOfKind(value, field)) return fault;
  return field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, 'u').test(value) ? 'no-match' : undefined;
}

/**
 * Checks a form, cleaned, on both sides of the wire alike. What is typed for no field, or for one that is not asked for with the others as
 * they are, is left out.
 */
export function checkFields(
  fields: readonly Field[],
  typed: FieldValues,
): { readonly values: FieldValues; readonly faults: Readonly<Record<string, FieldFault>> } {
  const values: Record<string, string> = {};
  const faults: Record<string, FieldFault> = {};
  for (const field of fields) {
    if (!isAsked(field, values)) continue;
    const given = Object.hasOwn(typed, field.name) ? (typed[field.name] ?? '') : '';
    const value = cleanValue(field.kind, given);
    const fault = faultOf(field, value);
    values[field.name] = value;
    if (fault) faults[field.name] = fault;
  }
  return { values, faults };
}
