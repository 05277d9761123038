import type { CobrowseEnd, CobrowseState } from '@deskbell/protocol/cobrowse.js';
import type { Author } from '@deskbell/protocol/people.js';
import { cobrowseDue, endBy, isTold } from '../domain/cobrowse.js';
import { appendLines, lockTrail } from './audit-table.js';
import type { CobrowseRow, EndedCobrowse } from './cobrowse-store.js';
import type { Transaction } from './pool.js';
import { LOCK_COBROWSE_OF, UPDATE_COBROWSE } from './sql/cobrowse-sessions.js';
import { SET_TIMER } from './sql/set-timer.js';
import type { ConversationRow, NewEvent } from './store.js';

/** A session as the database has it. */
export interface CobrowseRecord {
  id: string;
  workspace: string;
  state: CobrowseState;
  begun_by: CobrowseRow['by'];
  agent_id: string;
  agent_name: string;
  conversation: string | null;
  site: string | null;
  code_until: number | null;
  begun_at: number;
  agent_seen: number;
  customer_seen: number;
  ended_at: number | null;
  ended_why: CobrowseEnd | null;
  end_event: string;
}

export const toCobrowse = (record: CobrowseRecord): CobrowseRow => ({
  id: record.id,
  workspace: record.workspace,
  state: record.state,
  by: record.begun_by,
  agent: { id: record.agent_id, name: record.agent_name },
  conversation: record.conversation,
  site: record.site,
  codeUntil: record.code_until,
  begunAt: record.begun_at,
  agentSeen: record.agent_seen,
  customerSeen: record.customer_seen,
  endedAt: record.ended_at,
  end: record.ended_why,
  endEvent: record.end_event,
});

/** Saves a session that is locked, and when it is to be looked at next. */
export function updateCobrowse(tx: Transaction, row: CobrowseRow): void {
  tx.write(UPDATE_COBROWSE, [row.id, row.state, row.agentSeen, row.customerSeen, row.endedAt, row.end]);
  tx.write(SET_TIMER, [row.workspace, 'cobrowse', row.id, cobrowseDue(row)]);
}

/** Who did something, as the trail has it: of customers no more than ids. */
export const inTrail = ({ id, name, role }: Author): Author => ({ id, name: role === 'customer' ? '' : name, role });

const NOTHING = { events: [] } as const;

/**
 * Ends the session of a chat that its agent does not have any more: it ended, or went to somebody else (CB5). Gives the event that tells of it.
 * @param cause - What was done to the chat.
 */
export async function endWithChat(
  tx: Transaction,
  before: ConversationRow,
  after: ConversationRow,
  cause: NewEvent | undefined,
): Promise<{ readonly events: readonly NewEvent[]; readonly cobrowse?: EndedCobrowse }> {
  const stays = after.phase === 'active' && after.agent?.id === before.agent?.id;
  if (before.phase !== 'active' || stays || !cause) return NOTHING;
  const [record] = await tx.ask<CobrowseRecord>(LOCK_COBROWSE_OF, [before.id]);
  if (!record) return NOTHING;
  const session = toCobrowse(record);
  const { at, by } = cause;
  const why = endBy(by);
  updateCobrowse(tx, { ...session, state: 'ended', endedAt: at, end: why });
  const line = { what: 'cobrowse.ended', at, who: inTrail(by), session: session.id, conversation: before.id, why } as const;
  appendLines(tx, before.workspace, await lockTrail(tx, before.workspace), [line]);
  const event = { type: 'cobrowse.ended', id: session.endEvent, at, by, session: session.id, why } as const;
  return { events: isTold(session) ? [event] : [], cobrowse: { id: session.id, end: why } };
}
