import type { Author } from '@deskbell/protocol/people.js';
import { v7 } from 'uuid';
import { ANA } from '../testing/conversations.js';
import type { Change, ConversationRow } from './store.js';

// What asking a customer something does to a conversation, and what their answer does.

/** A form and a survey are sent. */
export const asked = (id: string, at: number) => (): Change => ({
  row: { awaitingSince: null, snoozedUntil: null },
  events: [
    { type: 'form.sent', id, at, by: ANA, form: { id: 'return', name: 'Return', secured: false, fields: [] }, retentionDays: 30 },
    { type: 'survey.sent', id: v7(), at, by: ANA, survey: { id: 'csat', name: 'CSAT', kind: 'stars', question: 'How was it?' } },
  ],
});

/** They are answered. */
export const filledIn =
  (by: Author) =>
  (id: string, at: number) =>
  (row: ConversationRow): Change => ({
    row: { awaitingSince: row.awaitingSince ?? at, snoozedUntil: null },
    events: [
      { type: 'survey.answered', id: v7(), at, by, survey: v7(), score: 5, comment: '' },
      { type: 'form.answered', id, at, by, form: v7(), name: 'Return', values: { order: 'H-1' }, masked: ['account'] },
    ],
  });
