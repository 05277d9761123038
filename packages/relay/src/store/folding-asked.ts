import type { Form } from '@deskbell/protocol/forms.js';
import type { Survey } from '@deskbell/protocol/surveys.js';
import { v7 } from 'uuid';
import { ANA } from '../testing/conversations.js';
import { SYSTEM_AUTHOR } from '../testing/routing.js';
import type { Change } from './store.js';

// What customers are asked, for the contract of folding.

type Decide = (id: string, at: number) => () => Change;

const CLEO = { id: 'cleo', name: 'Cleo', role: 'customer' } as const;
const FORM: Form = { id: 'address', name: 'Address', secured: false, fields: [] };
export const SURVEY: Survey = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was it?', comment: 'Why?' };

export const asked: Decide = (id, at) => () => ({
  row: {},
  events: [
    { type: 'form.sent', id, at, by: ANA, form: FORM },
    { type: 'form.answered', id: v7(), at, by: CLEO, form: id, name: FORM.name, values: { street: 'Quay 1' }, masked: [] },
  ],
});

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
