import type { LogEvent, NoteEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Parameter } from './database.js';
import { attempt } from './faults.js';
import type { Pool } from './pool.js';
import { RoutingTable } from './routing-table.js';
import { toEvent, toRow, type ConversationRecord, type EventRecord } from './rows.js';
import { CLOSED_OF_CUSTOMER, FIND_CLOSED, SEARCH_CLOSED, containing } from './sql/find-closed.js';
import { FIND_EVENT } from './sql/find-event.js';
import { FIND_CONVERSATION } from './sql/find-conversation.js';
import { FIND_EVENTS_AFTER } from './sql/find-events-after.js';
import { FIND_EVENTS_BEFORE } from './sql/find-events-before.js';
import { FIND_NOTES } from './sql/find-notes.js';
import { FIND_OPEN_CONVERSATION } from './sql/find-open-conversation.js';
import { FIND_TRAY } from './sql/find-tray.js';
import { LIST_WAITING } from './sql/list-waiting.js';
import type { ClosedQuery, ConversationRow, NotesQuery, Store } from './store.js';

type Asked = 'conversation' | 'openConversationOf' | 'event' | 'eventsAfter' | 'eventsBefore' | 'tray' | 'waitingIn' | 'closed' | 'notes';

const PAGE = /^(\d{1,15})_([0-9a-f-]{36})$/;

/** Where a page begins: after the last of the page before. */
export function readPage(page: string | null): [at: string | null, id: string | null] {
  if (page === null) return [null, null];
  const [, at, id] = PAGE.exec(page) ?? [];
  if (at === undefined || id === undefined) throw new RelayError('malformed', 'page: is none that was given out as `next`');
  return [at, id];
}

/** What is asked of conversations and agents, one statement each. */
export class ConversationQueries extends RoutingTable implements Pick<Store, Asked> {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  async conversation(workspace: string, id: string): Promise<ConversationRow | undefined> {
    const [row] = await this.#rows(FIND_CONVERSATION, [workspace, id]);
    return row;
  }

  async openConversationOf(workspace: string, customer: string): Promise<ConversationRow | undefined> {
    const [row] = await this.#rows(FIND_OPEN_CONVERSATION, [workspace, customer]);
    return row;
  }

  tray(workspace: string, queues: readonly string[], agent: string, limit: number): Promise<ConversationRow[]> {
    return this.#rows(FIND_TRAY, [workspace, queues, agent, limit]);
  }

  async closed({
    workspace,
    customer,
    search,
    page,
    limit,
  }: ClosedQuery): Promise<{ conversations: ConversationRow[]; next: string | null }> {
    const known = [workspace, ...readPage(page), limit + 1];
    const rows = await (customer !== undefined
      ? this.#rows(CLOSED_OF_CUSTOMER, [...known, customer])
      : search === ''
        ? this.#rows(FIND_CLOSED, known)
        : this.#search([...known, containing(search)]));
    const conversations = rows.slice(0, limit);
    const last = conversations.at(-1);
    return { conversations, next: rows.length > limit && last ? `${String(last.endedAt)}_${last.id}` : null };
  }

  async notes({ workspace, customer, page, limit }: NotesQuery): Promise<{ notes: NoteEvent[]; next: string | null }> {
    const known = [workspace, customer, ...readPage(page), limit + 1];
    const found = await attempt(async () => (await this.#pool.ask<EventRecord>(FIND_NOTES, known)).map(toEvent));
    const notes = found.filter((event) => event.type === 'note.added').slice(0, limit);
    const last = notes.at(-1);
    return { notes, next: found.length > limit && last ? `${String(last.at)}_${last.id}` : null };
  }

  /** Not prepared: whether an index over words is of use depends on the words. */
  #search(parameters: readonly (string | number | null)[]): Promise<ConversationRow[]> {
    return attempt(async () => (await this.#pool.askOnce<ConversationRecord>(SEARCH_CLOSED, parameters)).map(toRow));
  }

  #rows(statement: string, parameters: readonly Parameter[]): Promise<ConversationRow[]> {
    return attempt(async () => (await this.#pool.ask<ConversationRecord>(statement, parameters)).map(toRow));
  }

  event(conversation: string, id: string): Promise<LogEvent | undefined> {
    return attempt(async () => (await this.#pool.ask<EventRecord>(FIND_EVENT, [conversation, id])).map(toEvent)[0]);
  }

  eventsAfter(conversation: string, after: number, limit: number): Promise<LogEvent[]> {
    return attempt(async () => (await this.#pool.ask<EventRecord>(FIND_EVENTS_AFTER, [conversation, after, limit])).map(toEvent));
  }

  eventsBefore(conversation: string, before: number, limit: number): Promise<LogEvent[]> {
    return attempt(async () =>
      (await this.#pool.ask<EventRecord>(FIND_EVENTS_BEFORE, [conversation, before, limit])).map(toEvent).reverse(),
    );
  }

  waitingIn(workspace: string, queue: string): Promise<string[]> {
    return attempt(async () => (await this.#pool.ask<{ id: string }>(LIST_WAITING, [workspace, queue])).map(({ id }) => id));
  }
}
