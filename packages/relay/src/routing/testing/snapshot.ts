import type { LogEvent } from '@deskbell/protocol/events.js';
import { toAgent, type AgentRecord } from '../../store/agent-table.js';
import type { AgentRow } from '../../store/agents-store.js';
import type { Asker } from '../../store/database.js';
import type { Pool } from '../../store/pool.js';
import { toEvent, toRow, type ConversationRecord, type EventRecord } from '../../store/rows.js';
import { CONVERSATION } from '../../store/sql/conversation-columns.js';
import { LIST_AGENTS } from '../../store/sql/list-agents.js';
import { LIST_WAITING } from '../../store/sql/list-waiting.js';
import type { ConversationRow } from '../../store/store.js';

export interface TimerRow {
  readonly kind: string;
  readonly subject: string;
  readonly due: number;
}

/** Everything that the database has at one moment. */
export interface Snapshot {
  readonly at: number;
  /** In the order in which they began. */
  readonly rows: readonly ConversationRow[];
  readonly logs: ReadonlyMap<string, readonly LogEvent[]>;
  readonly timers: readonly TimerRow[];
  readonly agents: readonly AgentRow[];
  /** What waits in each queue, in the order of the turns. */
  readonly waiting: ReadonlyMap<string, readonly string[]>;
}

async function look(tx: Asker, queues: readonly string[], at: number): Promise<Snapshot> {
  // Whatever relays write meanwhile, all that follows sees one and the same moment.
  await tx.ask('set transaction isolation level repeatable read');
  const records = await tx.ask<ConversationRecord>(`${CONVERSATION} order by c.id`);
  const events = await tx.ask<EventRecord>('select * from events order by conversation, seq');
  const timers = await tx.ask<TimerRow>('select kind, subject, due from timers order by kind, subject');
  const agents = await tx.ask<AgentRecord>(LIST_AGENTS, ['harbour']);
  const waiting = new Map<string, string[]>();
  for (const queue of queues)
    waiting.set(
      queue,
      (await tx.ask<{ id: string }>(LIST_WAITING, ['harbour', queue])).map(({ id }) => id),
    );
  const logs = new Map<string, LogEvent[]>(records.map(({ id }) => [id, []]));
  for (const event of events) logs.get(event.conversation)?.push(toEvent(event));
  return { at, rows: records.map(toRow), logs, timers, agents: agents.map(toAgent), waiting };
}

export const takeSnapshot = (tables: Pool, queues: readonly string[], at: number): Promise<Snapshot> =>
  tables.transact((tx) => look(tx, queues, at));
