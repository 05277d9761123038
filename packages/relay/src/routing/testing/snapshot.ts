import type { LogEvent } from '@deskbell/protocol/events.js';
import type { AgentRow } from '../../store/agents-store.js';
import type { Pool } from '../../store/pool.js';
import { toEvent, toRow, type ConversationRecord, type EventRecord } from '../../store/rows.js';
import { CONVERSATION } from '../../store/sql/conversation-columns.js';
import type { ConversationRow, Store } from '../../store/store.js';

export interface TimerRow {
  readonly kind: string;
  readonly subject: string;
  readonly due: number;
}

/** Everything that the database has, while nothing is under way. */
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

export async function takeSnapshot(store: Store, tables: Pool, queues: readonly string[], at: number): Promise<Snapshot> {
  const [records, events, timers, agents, waiting] = await Promise.all([
    tables.ask<ConversationRecord>(`${CONVERSATION} order by c.id`),
    tables.ask<EventRecord>('select * from events order by conversation, seq'),
    tables.ask<TimerRow>('select kind, subject, due from timers'),
    store.agents('harbour'),
    Promise.all(queues.map(async (queue) => [queue, await store.waitingIn('harbour', queue)] as const)),
  ]);
  const logs = new Map<string, LogEvent[]>(records.map(({ id }) => [id, []]));
  for (const event of events) logs.get(event.conversation)?.push(toEvent(event));
  return { at, rows: records.map(toRow), logs, timers, agents, waiting: new Map(waiting) };
}
