import type { FieldKind } from '@deskbell/protocol/fields.js';
import type { FormField, SavedForm } from '@deskbell/protocol/forms.js';

/** A field that is being made. */
export interface DraftField {
  /** The same as long as it is there, wherever it is moved. */
  readonly key: number;
  readonly field: FormField;
  /** Whether its name goes by its label: nobody chose it, and no answer was saved under it. */
  readonly derived: boolean;
}

/** A form that is being changed. */
export interface Draft {
  /** As the relay has it; undefined where it is new. */
  readonly saved: SavedForm | undefined;
  readonly about: Omit<SavedForm, 'fields'>;
  readonly fields: readonly DraftField[];
}

let keys = 0;

/** A name that a relay takes, of whatever was typed; another one than those that are taken. */
export function nameOf(label: string, taken: readonly string[], otherwise: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const name = plain || otherwise;
  for (let number = 2, tried = name; ; tried = `${name}-${String(number++)}`) if (!taken.includes(tried)) return tried;
}

const namesIn = (fields: readonly DraftField[]): string[] => fields.map(({ field }) => field.name);

/** Leaves out what is empty, so that what was typed and taken back is as it was. */
const plainField = ({ name, label, kind, options, required, pattern, message, help, masked, when }: FormField): FormField => ({
  ...{ name, label, kind },
  ...(options && { options }),
  required,
  ...(pattern && { pattern }),
  ...(pattern && message && { message }),
  ...(help && { help }),
  masked,
  ...(when && { when }),
});

const plain = ({ id, name, intro, secured, fields, retentionDays }: SavedForm): SavedForm => ({
  ...{ id, name },
  ...(intro && { intro }),
  secured,
  fields: fields.map(plainField),
  ...(retentionDays !== undefined && { retentionDays }),
});

export function draftOf(saved: SavedForm): Draft {
  const { fields, ...about } = saved;
  return { saved, about, fields: fields.map((field) => ({ key: ++keys, field, derived: false })) };
}

/** The form as it is to be saved. */
export const formOf = ({ about, fields }: Draft): SavedForm => plain({ ...about, fields: fields.map(({ field }) => field) });

export const isSameForm = (one: SavedForm, other: SavedForm): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

export const isChanged = (draft: Draft): boolean => !draft.saved || !isSameForm(formOf(draft), draft.saved);

export const newDraft = (name: string, taken: readonly string[]): Draft => ({
  saved: undefined,
  about: { id: nameOf(name, taken, 'form'), name, secured: false },
  fields: [],
});

/** The same form once more, under another id and name. */
export function copyOf(draft: Draft, name: string, taken: readonly string[]): Draft {
  const { fields, ...about } = formOf(draft);
  const copy = draftOf({ ...about, id: nameOf(name, taken, 'form'), name, fields });
  return { ...copy, saved: undefined };
}

export function withField(draft: Draft, kind: FieldKind, label: string): Draft {
  const name = nameOf(label, namesIn(draft.fields), 'field');
  const options = kind === 'choice' || kind === 'choices' ? { options: [] } : {};
  const field: FormField = { name, label, kind, ...options, required: true, masked: kind === 'cardNumber' };
  return { ...draft, fields: [...draft.fields, { key: ++keys, field, derived: true }] };
}

/** Takes conditions away that ask for what does not stand above any more. */
const withoutLoose = (fields: readonly DraftField[]): DraftField[] =>
  fields.map((each, index) => {
    const { when, ...rest } = each.field;
    const isLoose = when && !fields.slice(0, index).some(({ field }) => field.name === when.field);
    return isLoose ? { ...each, field: rest } : each;
  });

export const withoutField = (draft: Draft, key: number): Draft => ({
  ...draft,
  fields: withoutLoose(draft.fields.filter((each) => each.key !== key)),
});

export function moveField(draft: Draft, key: number, to: number): Draft {
  const moved = draft.fields.find((each) => each.key === key);
  if (!moved) return draft;
  const fields = draft.fields.filter((each) => each !== moved);
  fields.splice(Math.max(0, to), 0, moved);
  return { ...draft, fields: withoutLoose(fields) };
}

/** Changes a field. Its name goes with its label till somebody chose one, and those that ask for it go with its name. */
export function changeField(draft: Draft, key: number, change: Partial<FormField>): Draft {
  const before = draft.fields.find((each) => each.key === key);
  if (!before) return draft;
  const others = namesIn(draft.fields.filter((each) => each.key !== key));
  const derived = before.derived && change.name === undefined;
  const name = derived && change.label !== undefined ? { name: nameOf(change.label, others, 'field') } : {};
  const field = { ...before.field, ...change, ...name };
  const renamed = (other: FormField): FormField =>
    other.when?.field === before.field.name ? { ...other, when: { ...other.when, field: field.name } } : other;
  return {
    ...draft,
    fields: draft.fields.map((each) => (each.key === key ? { ...each, field, derived } : { ...each, field: renamed(each.field) })),
  };
}

/** The fields above one that a condition can ask for: those of which it is known what they can be. */
export const sourcesOf = (draft: Draft, key: number): FormField[] =>
  draft.fields
    .slice(
      0,
      draft.fields.findIndex((each) => each.key === key),
    )
    .map(({ field }) => field)
    .filter(({ kind }) => kind === 'choice' || kind === 'choices' || kind === 'consent');
