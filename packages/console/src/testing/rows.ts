import { UNROUTED, type ConversationSummary } from '@deskbell/protocol/conversation.js';

/** A row that waits since 0, with whatever is different about it. */
export const rowWith = (part: Partial<ConversationSummary> & { id: string }): ConversationSummary => ({
  ...UNROUTED,
  channel: 'chat',
  phase: 'waiting',
  queue: { id: 'shop', name: 'Shop' },
  customer: { id: `customer of ${part.id}`, name: 'Maya Lindqvist' },
  agent: null,
  startedAt: 0,
  waitingSince: 0,
  acceptedAt: null,
  assignedAt: null,
  endedAt: null,
  awaitingSince: null,
  seq: 1,
  read: { customer: 0, agent: 0 },
  lastLine: null,
  disposition: null,
  ...part,
});
