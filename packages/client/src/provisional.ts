import type { CommandOf } from '@deskbell/protocol/commands.js';
import { UNROUTED, type ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Introduction } from './customer.js';

/** A row that stands in for the relay's until the relay has told of the conversation: it waits, and nothing happened in it yet. */
export const provisionalSummary = (id: string, at: number): ConversationSummary => ({
  ...UNROUTED,
  id,
  channel: 'chat',
  phase: 'waiting',
  queue: { id: '', name: '' },
  customer: { id: '', name: '' },
  agent: null,
  startedAt: at,
  waitingSince: at,
  acceptedAt: null,
  assignedAt: null,
  endedAt: null,
  awaitingSince: null,
  seq: 0,
  read: { customer: 0, agent: 0 },
  lastLine: null,
  disposition: null,
});

const MAX_PAGE_ADDRESS = 2_000;

/** The command that opens a conversation. */
export const startCommand = (
  id: string,
  conversation: string,
  introduction: Introduction,
  address: string,
): CommandOf<'conversation.start'> => ({
  type: 'conversation.start',
  id,
  conversation,
  ...(introduction.name !== undefined && { name: introduction.name }),
  ...(introduction.email !== undefined && { email: introduction.email }),
  ...(introduction.answers && { answers: [...introduction.answers] }),
  ...(address && { page: address.slice(0, MAX_PAGE_ADDRESS) }),
});
