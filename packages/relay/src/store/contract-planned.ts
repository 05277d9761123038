import type { Survey } from '@deskbell/protocol/surveys.js';
import { ANA } from '../testing/conversations.js';
import { SYSTEM_AUTHOR } from '../testing/routing.js';
import type { Change } from './store.js';

// What customers are asked, for the contract of folding.

type Decide = (id: string, at: number) => () => Change;

const CLEO = { id: 'cleo', name: 'Cleo', role: 'customer' } as const;
export const SURVEY: Survey = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was it?', comment: 'Why?' };

export const planned =
  (on: boolean): Decide =>
  (id, at) =>
  () => ({ row: { survey: on ? 'planned' : null }, events: [{ type: 'survey.planned', id, at, by: ANA, on }] });

export const surveyed: Decide = (id, at) => () => ({
  row: { survey: 'sent' },
  events: [{ type: 'survey.sent', id, at, by: SYSTEM_AUTHOR, survey: SURVEY }],
});

export const answered =
  (survey: string): Decide =>
  (id, at) =>
  () => ({
    row: { survey: 'answered' },
    events: [{ type: 'survey.answered', id, at, by: CLEO, survey, score: 4, comment: 'Quick.' }],
  });
