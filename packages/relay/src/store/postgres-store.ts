import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Reads } from '@deskbell/protocol/conversation.js';
import type { Side } from '@deskbell/protocol/people.js';
import type postgres from 'postgres';
import { connect, type DatabaseAddress } from './connect.js';
import { ConversationQueries } from './conversation-queries.js';
import { attempt, violates } from './faults.js';
import { GroupCommit } from './group-commit.js';
import { APPEND_SESSION, MessageAppender } from './message-appender.js';
import { migrate } from './migrate.js';
import { transact } from './transact.js';
import { toEvent, toRecord, toRow, type ConversationRecord, type EventRecord } from './rows.js';
import { CONVERSATION } from './sql/conversation-columns.js';
import type { AppendedMessage, Change, Changed, ConversationRow, NewConversation, NewMessage, Store } from './store.js';

export interface PostgresOptions {
  readonly address: DatabaseAddress;
  /** Connections at the most; the appends have one of their own besides. */
  readonly connections?: number;
}

/** Connects, and brings the database to this build's version. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const sql = connect(options.address, options.connections ?? 6);
  try {
    await migrate(sql);
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  return new PostgresStore(sql, connect(options.address, 1, APPEND_SESSION));
}

/** Everything that must not be lost, in PostgreSQL. */
class PostgresStore extends ConversationQueries implements Store {
  readonly #sql: postgres.Sql;
  readonly #appends: postgres.Sql;
  readonly #commits: GroupCommit;

  constructor(sql: postgres.Sql, appends: postgres.Sql) {
    super(sql);
    this.#sql = sql;
    this.#appends = appends;
    this.#commits = new GroupCommit(new MessageAppender(appends));
  }

  appendMessage(message: NewMessage): Promise<AppendedMessage> {
    return this.#commits.append(message);
  }

  async startConversation(fresh: NewConversation): Promise<Changed> {
    const known = await this.conversation(fresh.workspace, fresh.id);
    if (known) {
      if (known.customer.id !== fresh.customer.id) throw new RelayError('id-used');
      return { row: known, events: await this.eventsAfter(fresh.id, 0, 1), again: true };
    }
    try {
      return await attempt(() => this.#insertConversation(fresh));
    } catch (error) {
      if (violates(error, 'conversations_pkey')) return this.startConversation(fresh);
      throw error;
    }
  }

  async #insertConversation(fresh: NewConversation): Promise<Changed> {
    const { id, workspace, site, queue, customer, at, started } = fresh;
    const open = await this.openConversationOf(workspace, customer.id);
    if (open) throw new RelayError('already-open', undefined, { conversation: open.id });
    await this.#sql.begin(async (tx) => {
      await tx`insert into conversations ${tx({ id, workspace, site, channel: 'chat', phase: 'waiting', queue_id: queue.id, queue_name: queue.name, customer: customer.id, customer_name: customer.name, started_at: at, waiting_since: at, seq: 1 })}`;
      await tx`insert into events ${tx({ ...toRecord(started, id, 1) })}`;
    });
    const row = await this.conversation(workspace, id);
    if (!row) throw new Error(`conversation ${id} is gone right after it was saved`);
    return { row, events: [{ ...started, conversation: id, seq: 1 }], again: false };
  }

  changeConversation(workspace: string, id: string, commandId: string, decide: (row: ConversationRow) => Change): Promise<Changed> {
    return transact(this.#sql, async (tx): Promise<Changed> => {
      const [locked] = await tx`select id from conversations where workspace = ${workspace} and id = ${id} for update`;
      if (!locked) throw new RelayError('not-found');
      const row = await this.#read(tx, workspace, id);
      const saved = await tx<EventRecord[]>`select * from events where conversation = ${id} and id = ${commandId}`;
      if (saved.length > 0) return { row, events: saved.map(toEvent), again: true };
      const change = decide(row);
      const records = change.events.map((event, index) => toRecord(event, id, row.seq + 1 + index));
      const next = { ...row, ...change.row, seq: row.seq + records.length };
      if (records.length > 0) await tx`insert into events ${tx(records)}`;
      await tx`update conversations set ${tx({
        phase: next.phase,
        queue_id: next.queue.id,
        queue_name: next.queue.name,
        agent_id: next.agent?.id ?? null,
        agent_name: next.agent?.name ?? null,
        waiting_since: next.waitingSince,
        accepted_at: next.acceptedAt,
        ended_at: next.endedAt,
        awaiting_since: next.awaitingSince,
        disposition: next.disposition,
        seq: next.seq,
      })} where id = ${id}`;
      return { row: next, events: records.map(toEvent), again: false };
    });
  }

  async #read(sql: postgres.ISql, workspace: string, id: string): Promise<ConversationRow> {
    const [record] = await sql.unsafe<ConversationRecord[]>(`${CONVERSATION} where c.workspace = $1 and c.id = $2`, [workspace, id], {
      prepare: true,
    });
    if (!record) throw new RelayError('not-found');
    return toRow(record);
  }

  markRead(workspace: string, conversation: string, side: Side, upTo: number): Promise<Reads | null> {
    const column = side === 'customer' ? 'read_customer' : 'read_agent';
    return attempt(async () => {
      const [read] = await this.#sql<Reads[]>`
        update conversations set ${this.#sql(column)} = least(${upTo}, seq)
        where workspace = ${workspace} and id = ${conversation} and ${this.#sql(column)} < least(${upTo}, seq)
        returning read_customer as customer, read_agent as agent`;
      return read ?? null;
    });
  }

  async ready(): Promise<void> {
    await attempt(() => this.#sql`select 1`);
  }

  async close(): Promise<void> {
    await this.#commits.idle();
    await Promise.all([this.#sql.end({ timeout: 5 }), this.#appends.end({ timeout: 5 })]);
  }
}
