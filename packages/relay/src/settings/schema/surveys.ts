import { SURVEY_KINDS } from '@deskbell/protocol/surveys.js';
import { key, line } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { name, whole } from './basics.js';

const question = v.pipe(line, v.minLength(1, 'is empty'));

const wording = {
  question,
  /** What the box for a comment is called; no box where it is left out. */
  comment: v.optional(name),
};

const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};
const tag = v.pipe(v.string(), v.check(isTag, 'is no language, like de or pt-BR'));

/** How customers are asked how it was, and who is asked. */
export const surveySchema = v.pipe(
  v.strictObject({
    id: key,
    name,
    kind: v.picklist(SURVEY_KINDS),
    ...wording,
    /** What it says in other languages, by BCP 47 tag. */
    translations: v.optional(v.record(tag, v.strictObject(wording)), {}),
    trigger: v.optional(
      v.union(
        [v.picklist(['everyone', 'agent']), v.strictObject({ every: whole(2, 100_000) })],
        'has to be "everyone", "agent" or { "every": n }, n from 2 on',
      ),
      'everyone',
    ),
    /** Whether customers are asked whom nobody attended to: out of hours, where no agents are, after flows. */
    unattended: v.optional(v.boolean(), false),
  }),
  v.check(({ translations }) => Object.keys(translations).length <= 50, 'has more than 50 translations'),
  v.check(
    ({ comment, translations }) => comment !== undefined || Object.values(translations).every((said) => said.comment === undefined),
    'translates a comment that it does not ask for',
  ),
);
