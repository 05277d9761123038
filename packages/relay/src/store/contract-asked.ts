import type { Author } from '@deskbell/protocol/people.js';
import { v7 } from 'uuid';
import { ANA } from '../testing/conversations.js';
import type { Change, ConversationRow } from './store.js';

// What asking a customer something does to a conversation, and what their answer does.

/** A form is sent. */
export const asked = (id: string, at: number) => (): Change => ({
  row: { awaitingSince: null, snoozedUntil: null },
  events: [{ type: 'form.sent', id, at, by: ANA, form: { id: 'return', name: 'Return', secured: false, fields: [] }, retentionDays: 30 }],
});

/** It is answered. */
export const filledIn =
  (by: Author) =>
  (id: string, at: number) =>
  (row: ConversationRow): Change => ({
    row: { awaitingSince: row.awaitingSince ?? at, snoozedUntil: null },
    events: [{ type: 'form.answered', id, at, by, form: v7(), name: 'Return', values: { order: 'H-1' }, masked: ['account'] }],
  });
