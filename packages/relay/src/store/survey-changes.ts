import type { Transaction } from './pool.js';
import { ANSWER_SURVEY } from './sql/answer-survey.js';
import { COUNT_END } from './sql/count-end.js';
import { INSERT_SURVEY } from './sql/insert-survey.js';
import type { Change, ConversationRow, NewEvent } from './store.js';

const isSent = (event: NewEvent): event is Extract<NewEvent, { type: 'survey.sent' }> => event.type === 'survey.sent';

/** What is left of a change where its survey goes to every nth, and this is none: the end is counted, and nothing is asked. */
export async function withDueSurvey(tx: Transaction, before: ConversationRow, change: Change): Promise<Change> {
  const sent = change.events.find(isSent);
  if (!sent || change.everyNth === undefined) return change;
  const [counted] = await tx.ask<{ ends: number }>(COUNT_END, [before.workspace, sent.survey.id]);
  if (!counted || counted.ends % change.everyNth === 0) return change;
  return { ...change, row: { ...change.row, survey: before.survey }, events: change.events.filter((event) => event !== sent) };
}

/** Writes down the surveys that a change sends, and the answers that it brings, as the row is after it. */
export function writeSurveys(tx: Transaction, row: ConversationRow, events: readonly NewEvent[]): void {
  const { workspace, id: conversation, queue, lastAgent } = row;
  for (const event of events) {
    const { id, at } = event;
    if (isSent(event)) tx.write(INSERT_SURVEY, [id, workspace, conversation, event.survey.id, event.survey.kind, queue.id, queue.name, at]);
    if (event.type === 'survey.answered')
      tx.write(ANSWER_SURVEY, [event.survey, conversation, event.score, event.comment, lastAgent?.id ?? null, lastAgent?.name ?? null, at]);
  }
}
