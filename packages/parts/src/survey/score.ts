import type { SurveyKind } from '@deskbell/protocol/surveys.js';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icon.js';
import { starIcon } from '../icons.js';
import { scoreWords } from '../text/score-words.js';

const CIRCLE = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0';
/** From angry to glad (Lucide, as icons.ts). */
const FACES = [
  'M16 16s-1.5-2-4-2-4 2-4 2M7.5 8 10 9M14 9l2.5-1M9 10h.01M15 10h.01',
  'M16 16s-1.5-2-4-2-4 2-4 2M9 9h.01M15 9h.01',
  'M8 15h8M9 9h.01M15 9h.01',
  'M8 14s1.5 2 4 2 4-2 4-2M9 9h.01M15 9h.01',
  'M18 13a6 6 0 0 1-6 5 6 6 0 0 1-6-5zM9 9h.01M15 9h.01',
] as const;

/** One step of a scale, for the eye only. */
export function scoreMark(kind: SurveyKind, score: number): TemplateResult {
  if (kind === 'nps') return html`<span aria-hidden="true">${score}</span>`;
  return icon(kind === 'stars' ? starIcon : `${CIRCLE}${FACES[score - 1] ?? ''}`);
}

/** What somebody gave: all its stars, or the one face or number, with its words for who does not see it. Looks as `scoreStyles` says. */
export function scoreView(kind: SurveyKind, score: number): TemplateResult {
  const marks =
    kind === 'stars'
      ? [1, 2, 3, 4, 5].map((step) => html`<i class="mark ${step <= score ? 'full' : ''}">${scoreMark(kind, step)}</i>`)
      : html`<i class="mark full score-${score}">${scoreMark(kind, score)}</i>`;
  return html`<span class="score ${kind}" role="img" aria-label=${scoreWords(kind, score)}>${marks}</span>`;
}
