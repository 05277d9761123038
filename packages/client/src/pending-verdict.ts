import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import type { Verdict } from '@deskbell/protocol/surveys.js';
import type { PendingMessage } from './connection.js';
import type { Entry } from './outbox.js';

/** A customer's answer to a survey that is not in the log yet. */
export interface PendingVerdict extends Verdict {
  /** What it answers: the id of the `survey.sent`. */
  readonly survey: string;
  readonly state: PendingMessage['state'];
  readonly why?: RefusalCode;
}

/** The newest answer to a survey among what is to be sent; of others a customer has none, as a conversation has one survey. */
export function pendingVerdictOf(entries: readonly Entry[]): PendingVerdict | undefined {
  for (const { command, state, why } of [...entries].reverse()) {
    if (command.type !== 'survey.answer') continue;
    const { survey, score, comment } = command;
    return { survey, score, comment, state, ...(why && { why }) };
  }
  return undefined;
}
