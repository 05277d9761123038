import type { ConversationSummary } from '@deskbell/protocol/conversation.js';

/** The part of a row that people may get; columns that only the relay needs stay behind, also those that come later. */
export const summaryOf = (row: ConversationSummary): ConversationSummary => ({
  id: row.id,
  channel: row.channel,
  phase: row.phase,
  queue: row.queue,
  customer: row.customer,
  agent: row.agent,
  priority: row.priority,
  skills: row.skills,
  offer: row.offer,
  startedAt: row.startedAt,
  waitingSince: row.waitingSince,
  acceptedAt: row.acceptedAt,
  assignedAt: row.assignedAt,
  endedAt: row.endedAt,
  awaitingSince: row.awaitingSince,
  seq: row.seq,
  read: row.read,
  lastLine: row.lastLine,
  snoozedUntil: row.snoozedUntil,
  wrapUpUntil: row.wrapUpUntil,
  disposition: row.disposition,
  engagement: row.engagement,
  survey: row.survey,
});
