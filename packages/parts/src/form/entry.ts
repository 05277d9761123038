import { checkFields } from '@deskbell/protocol/check-fields.js';
import type { FieldFault, FieldValues } from '@deskbell/protocol/fields.js';
import { isMasked, type Form, type FormField } from '@deskbell/protocol/forms.js';

/** What stands in a form, as far as it says something: cleaned, and without what is not asked for. */
export interface Entry {
  readonly values: FieldValues;
  readonly faults: Readonly<Record<string, FieldFault>>;
  /** The fields that are asked for, with the others as they are. */
  readonly asked: readonly FormField[];
  /** How many of them are filled in. */
  readonly filled: number;
  /** Of the filled ones what is open, as it was typed. A file is not: what hangs at a field is known by its place. */
  readonly open: FieldValues;
}

export function entryOf(form: Form, typed: FieldValues): Entry {
  const { values: all, faults } = checkFields(form.fields, typed);
  const values = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const asked = form.fields.filter(({ name }) => Object.hasOwn(all, name));
  const open = asked.filter((field) => values[field.name] && !isMasked(form, field) && field.kind !== 'file');
  return {
    values,
    faults,
    asked,
    filled: Object.keys(values).length,
    open: Object.fromEntries(open.map(({ name }) => [name, typed[name] ?? ''])),
  };
}
