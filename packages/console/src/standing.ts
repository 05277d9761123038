import type { AgentState } from '@deskbell/client/agent.js';
import type { ConversationView } from '@deskbell/client/conversation-view.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';

/** How a conversation stands, as its dot and its word say it (TRY 1). */
export type Standing = 'waiting' | 'engaged' | 'overdue' | 'snoozed' | 'wrapUp' | 'closed';

/**
 * How a conversation stands at a moment of the relay's clock (ms since 1970). Overdue: the customer has been without an answer for longer
 * than the workspace's response time (ms); while waiting, since they came.
 */
export function standingOf(row: ConversationSummary, now: number, responseTime: number): Standing {
  if (row.phase === 'wrapUp' || row.phase === 'closed') return row.phase;
  if (row.snoozedUntil !== null) return 'snoozed';
  const since = row.awaitingSince ?? (row.phase === 'waiting' ? row.waitingSince : null);
  if (since !== null && now - since > responseTime) return 'overdue';
  return row.phase === 'waiting' ? 'waiting' : 'engaged';
}

/** Since when a customer has waited for an answer; undefined where nothing is owed. */
export function waitsSince(row: ConversationSummary): number | undefined {
  if (row.phase === 'waiting') return row.waitingSince;
  return row.phase === 'active' ? (row.awaitingSince ?? undefined) : undefined;
}

/** Whether the customer wrote something that the agent has not seen. */
export const hasUnread = (row: ConversationSummary): boolean =>
  row.phase === 'active' && row.lastLine?.by === 'customer' && row.awaitingSince !== null && row.read.agent < row.seq;

/** The row of a conversation wherever the desk has it: in the tray, or only opened. Undefined while it is on its way. */
export function summaryIn(state: AgentState, conversation: string): ConversationSummary | undefined {
  const own = [...state.ongoing, ...state.waiting, ...state.offers].find(({ id }) => id === conversation);
  const seen = state.views.get(conversation)?.log.summary;
  // Until its log has come, a view has a row that only stands in for the real one.
  return own ?? (seen?.seq ? seen : undefined);
}

/** Messages of the agent that can be sent again: in a conversation that is over there are none (DLV 2). */
export const failedIn = (view: ConversationView | undefined) =>
  view?.log.summary.phase === 'active' ? view.pending.filter(({ state }) => state === 'failed') : [];

/** The row after or before the one that is shown, all around; with none shown the first or the last. */
export function neighbour(rows: readonly ConversationSummary[], shown: string | undefined, by: 1 | -1): ConversationSummary | undefined {
  const at = rows.findIndex(({ id }) => id === shown);
  return at < 0 ? rows.at(by === 1 ? 0 : -1) : rows[(at + by + rows.length) % rows.length];
}

/** Which conversation "Accept" means without a word more: the one that is shown, else what is offered, else who is next. */
export function nextToAccept({ offers, waiting }: AgentState, shown: string | undefined): ConversationSummary | undefined {
  const rows = [...offers, ...waiting];
  return rows.find(({ id }) => id === shown) ?? rows[0];
}
