import { msg, str } from '@lit/localize';
import type { SurveyKind } from '@deskbell/protocol/surveys.js';
import { formats } from './formats.js';

const smiley = (score: number): string => {
  if (score <= 1) return msg('Very bad');
  if (score === 2) return msg('Bad');
  if (score === 3) return msg('Okay');
  return score === 4 ? msg('Good') : msg('Very good');
};

/** A score in words, as a screen reader says it: "4 of 5 stars", "Good", "9 of 10". */
export function scoreWords(kind: SurveyKind, score: number): string {
  if (kind === 'smileys') return smiley(score);
  const [given, most] = [score, kind === 'stars' ? 5 : 10].map((value) => formats().number(value));
  return kind === 'stars' ? msg(str`${given} of ${most} stars`) : msg(str`${given} of ${most}`);
}
