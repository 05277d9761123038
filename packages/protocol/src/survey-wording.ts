import { SCALES, type Survey, type SurveyKind } from './surveys.js';

/** What a survey says to somebody; `lang` is undefined where no translation is nearer than the language that it was written in. */
export interface Wording {
  readonly question: string;
  readonly comment: string | undefined;
  readonly lang: string | undefined;
}

const base = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

/** A survey in the first of the wanted languages (BCP 47) that it has, exactly or nearly: `de` does for `de-AT`. */
export function wordingOf({ question, comment, translations = {} }: Survey, wanted: readonly string[]): Wording {
  const tags = Object.keys(translations);
  for (const tag of wanted) {
    const exact = tags.find((each) => each.toLowerCase() === tag.toLowerCase());
    const lang = exact ?? tags.find((each) => base(each) === base(tag));
    const said = lang === undefined ? undefined : translations[lang];
    if (said) return { question: said.question, comment: comment === undefined ? undefined : (said.comment ?? comment), lang };
  }
  return { question, comment, lang: undefined };
}

/** Whether a score is one of the kind's scale. */
export const isOnScale = (kind: SurveyKind, score: number): boolean => {
  const [from, to] = SCALES[kind];
  return Number.isInteger(score) && score >= from && score <= to;
};

/** Every score of a kind's scale, ascending. */
export const scoresOf = (kind: SurveyKind): number[] => {
  const [from, to] = SCALES[kind];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};
