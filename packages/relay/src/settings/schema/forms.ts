import { FIELD_KINDS, type FieldKind } from '@deskbell/protocol/fields.js';
import { key, line, text } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { name, whole } from './basics.js';
import { patternSchema } from './pattern.js';

const MAX_FORMS = 100;
const MAX_FIELDS = 50;

/** The most characters of a form as JSON: each time that it is sent it goes into a log. */
const MAX_FORM = 20_000;

const CHOSEN: readonly FieldKind[] = ['choice', 'choices'];

/** Kinds of which one line is typed, by whoever fills it in. */
const TYPED: readonly FieldKind[] = ['text', 'number', 'email', 'phone', 'date', 'cardNumber'];

const options = v.pipe(
  v.array(name),
  v.minLength(1, 'has no option'),
  v.maxLength(100, 'has more than 100 options'),
  v.check((all) => new Set(all).size === all.length, 'has an option twice'),
);

const sentences = v.pipe(line, v.minLength(1, 'is empty'));

const field = v.pipe(
  v.strictObject({
    name: key,
    label: name,
    kind: v.picklist(FIELD_KINDS, `is none of ${FIELD_KINDS.join(', ')}`),
    options: v.optional(options),
    required: v.optional(v.boolean(), false),
    pattern: v.optional(patternSchema),
    /** What is said where the pattern does not fit. */
    message: v.optional(sentences),
    help: v.optional(sentences),
    masked: v.optional(v.boolean(), false),
    when: v.optional(
      v.strictObject({
        field: v.string(),
        is: v.pipe(v.array(name), v.minLength(1, 'has no value'), v.maxLength(100, 'has more than 100 values')),
      }),
    ),
  }),
  v.check((of) => CHOSEN.includes(of.kind) === (of.options !== undefined), 'has options where, and only where, it is a choice or choices'),
  v.check((of) => of.pattern === undefined || TYPED.includes(of.kind), `has a pattern, which is for ${TYPED.join(', ')}`),
  v.check((of) => of.message === undefined || of.pattern !== undefined, 'has a message, and no pattern that it is for'),
);

/** What agents may have customers fill in, within the chat. */
const formSchema = v.pipe(
  v.strictObject({
    id: key,
    name,
    /** Stands above the fields. */
    intro: v.optional(v.pipe(text, v.maxLength(2_000, 'is longer than 2000 characters'))),
    /** Whether every field is masked. */
    secured: v.optional(v.boolean(), false),
    fields: v.pipe(v.array(field), v.minLength(1, 'has no field'), v.maxLength(MAX_FIELDS, `has more than ${String(MAX_FIELDS)} fields`)),
    /** How long masked values are kept; for ever where it is left out. */
    retentionDays: v.optional(whole(1, 3_650)),
  }),
  v.check((form) => JSON.stringify(form).length <= MAX_FORM, `is longer than ${String(MAX_FORM)} characters altogether`),
);
export type FormSettings = v.InferOutput<typeof formSchema>;

export const formsSchema = v.pipe(v.array(formSchema), v.maxLength(MAX_FORMS, `has more than ${String(MAX_FORMS)} forms`));
