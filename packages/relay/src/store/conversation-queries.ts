import type { LogEvent } from '@deskbell/protocol/events.js';
import type postgres from 'postgres';
import { CustomerTable } from './customers.js';
import { attempt } from './faults.js';
import { toEvent, toRow, type ConversationRecord, type EventRecord } from './rows.js';
import { CONVERSATION } from './sql/conversation-columns.js';
import { FIND_CLOSED, containing } from './sql/find-closed.js';
import { FIND_TRAY } from './sql/find-tray.js';
import type { ClosedQuery, ConversationRow, Store } from './store.js';

type Asked =
  'conversation' | 'openConversationOf' | 'eventsAfter' | 'eventsBefore' | 'tray' | 'waitingIn' | 'closed' | 'listening' | 'setListening';

/** What is asked of conversations and agents, one statement each. */
export class ConversationQueries extends CustomerTable implements Pick<Store, Asked> {
  readonly #sql: postgres.Sql;

  constructor(sql: postgres.Sql) {
    super(sql);
    this.#sql = sql;
  }

  conversation(workspace: string, id: string): Promise<ConversationRow | undefined> {
    return this.#rows('where c.workspace = $1 and c.id = $2', [workspace, id]).then(([row]) => row);
  }

  openConversationOf(workspace: string, customer: string): Promise<ConversationRow | undefined> {
    return this.#rows(`where c.workspace = $1 and c.customer = $2 and c.phase in ('waiting', 'active')`, [workspace, customer]).then(
      ([row]) => row,
    );
  }

  #rows(where: string, values: readonly string[]): Promise<ConversationRow[]> {
    return attempt(async () =>
      (await this.#sql.unsafe<ConversationRecord[]>(`${CONVERSATION} ${where}`, [...values], { prepare: true })).map(toRow),
    );
  }

  eventsAfter(conversation: string, after: number, limit: number): Promise<LogEvent[]> {
    return attempt(async () => {
      const records = await this.#sql<EventRecord[]>`
        select * from events where conversation = ${conversation} and seq > ${after} order by seq limit ${limit}`;
      return records.map(toEvent);
    });
  }

  eventsBefore(conversation: string, before: number, limit: number): Promise<LogEvent[]> {
    return attempt(async () => {
      const records = await this.#sql<EventRecord[]>`
        select * from events where conversation = ${conversation} and seq < ${before} order by seq desc limit ${limit}`;
      return records.map(toEvent).reverse();
    });
  }

  tray(workspace: string, queues: readonly string[], agent: string, limit: number): Promise<ConversationRow[]> {
    return attempt(async () =>
      (await this.#sql.unsafe<ConversationRecord[]>(FIND_TRAY, [workspace, [...queues], agent, limit] as never[], { prepare: true })).map(
        toRow,
      ),
    );
  }

  waitingIn(workspace: string, queue: string): Promise<string[]> {
    return attempt(async () => {
      const records = await this.#sql<{ id: string }[]>`
        select id from conversations where workspace = ${workspace} and queue_id = ${queue} and phase = 'waiting' order by waiting_since, id`;
      return records.map(({ id }) => id);
    });
  }

  closed({ workspace, search, page, limit }: ClosedQuery): Promise<{ conversations: ConversationRow[]; next: string | null }> {
    const [at, id] = page === null ? [null, null] : page.split('_');
    return attempt(async () => {
      const values = [workspace, containing(search), at ?? null, id ?? null, limit + 1];
      const rows = (await this.#sql.unsafe<ConversationRecord[]>(FIND_CLOSED, values as never[], { prepare: true })).map(toRow);
      const conversations = rows.slice(0, limit);
      const last = conversations.at(-1);
      return { conversations, next: rows.length > limit && last ? `${String(last.endedAt)}_${last.id}` : null };
    });
  }

  listening(workspace: string, agent: string): Promise<boolean> {
    return attempt(async () => {
      const [record] = await this.#sql<
        { listening: boolean }[]
      >`select listening from agents where workspace = ${workspace} and id = ${agent}`;
      return record?.listening ?? false;
    });
  }

  async setListening(workspace: string, agent: string, on: boolean): Promise<void> {
    await attempt(
      () => this.#sql`insert into agents (workspace, id, listening) values (${workspace}, ${agent}, ${on})
        on conflict (workspace, id) do update set listening = excluded.listening`,
    );
  }
}
