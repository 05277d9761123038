import * as v from 'valibot';
import { cleanText } from './text.js';

/** What the scale of a survey looks like: 1 to 5 stars, 1 to 5 smileys, or 0 to 10 (net promoter score). */
export const SURVEY_KINDS = ['stars', 'smileys', 'nps'] as const;
export type SurveyKind = (typeof SURVEY_KINDS)[number];

/** The lowest and the highest score of each kind. */
export const SCALES: Readonly<Record<SurveyKind, readonly [from: number, to: number]>> = { stars: [1, 5], smileys: [1, 5], nps: [0, 10] };

/** Where a conversation's survey stands: an agent wants it sent at the end, it was sent, it was answered. A conversation has one at the most. */
export const SURVEY_STATES = ['planned', 'sent', 'answered'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** Who gets a queue's survey: everyone, every nth, or whoever an agent wants asked. */
export const SURVEY_TRIGGERS = ['everyone', 'every', 'agent'] as const;
export type SurveyTrigger = (typeof SURVEY_TRIGGERS)[number];

/** What a survey says in one language. */
const wordingEntries = {
  question: v.string(),
  /** What the box for a comment is called; no box where it is left out. */
  comment: v.optional(v.string()),
};

/** A survey as it was when it was sent. */
export const surveySchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(SURVEY_KINDS),
  ...wordingEntries,
  /** The same in other languages, by BCP 47 tag; who shows it chooses, so that it follows when the customer takes another language. */
  translations: v.optional(v.record(v.string(), v.object(wordingEntries))),
});
export type Survey = v.InferOutput<typeof surveySchema>;

/** The longest comment, in UTF-16 code units. */
export const MAX_COMMENT = 2_000;

/** What somebody answers: a whole number of the survey's scale, and what they write besides; may be empty. */
export const verdictSchema = v.object({
  score: v.pipe(v.number(), v.integer('is not whole'), v.minValue(0), v.maxValue(10)),
  comment: v.optional(
    v.pipe(v.string(), v.transform(cleanText), v.maxLength(MAX_COMMENT, `is longer than ${String(MAX_COMMENT)} characters`)),
    '',
  ),
});
export type Verdict = v.InferOutput<typeof verdictSchema>;
