import * as fc from 'fast-check';
import { FIELD_KINDS } from '../fields.js';
import { SURVEY_KINDS } from '../surveys.js';
import { cleanLine } from '../text.js';

// Forms and surveys, made at random.

const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map(cleanLine);
const name = fc.stringMatching(/^[a-z]{1,8}$/);
const base64url = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);

const field = fc.record(
  {
    name,
    label: line,
    kind: fc.constantFrom(...FIELD_KINDS),
    options: fc.array(line, { minLength: 1, maxLength: 3 }),
    required: fc.boolean(),
    pattern: fc.constant('[A-Z]+'),
    message: line,
    help: line,
    masked: fc.boolean(),
    when: fc.record({ field: name, is: fc.array(line, { maxLength: 2 }) }),
  },
  { requiredKeys: ['name', 'label', 'kind', 'required', 'masked'] },
);

export const form = fc.record(
  { id: name, name: line, intro: line, secured: fc.boolean(), fields: fc.array(field, { maxLength: 4 }) },
  { requiredKeys: ['id', 'name', 'secured', 'fields'] },
);
export const deskForms = fc.array(fc.record({ id: name, name: line }), { maxLength: 3 });
export const revealRight = fc.record({
  by: fc.oneof(fc.constantFrom('everyone' as const, 'supervisors' as const), fc.array(line, { maxLength: 2 })),
  reason: fc.boolean(),
});
export const vaultKey = fc.record({ id: name, key: base64url });
export const typed = fc.dictionary(name, line, { maxKeys: 3, noNullPrototype: true });
export const names = fc.array(name, { maxLength: 3 });
export const sealed = fc.record({
  key: name,
  values: fc.dictionary(name, fc.record({ enc: base64url, ct: base64url }), { maxKeys: 3, noNullPrototype: true }),
});
const wording = fc.record({ question: line, comment: line }, { requiredKeys: ['question'] });
export const survey = fc.record(
  {
    id: name,
    name: line,
    kind: fc.constantFrom(...SURVEY_KINDS),
    question: line,
    comment: line,
    translations: fc.dictionary(name, wording, { maxKeys: 2, noNullPrototype: true }),
  },
  { requiredKeys: ['id', 'name', 'kind', 'question'] },
);
export const score = fc.integer({ min: 0, max: 10 });
