import type { Reads } from '@deskbell/protocol/conversation.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import type { Side } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { lockAgent, updateAgent } from './agent-table.js';
import type { AgentRow } from './agents-store.js';
import { endWithChat } from './cobrowse-changes.js';
import { ConversationQueries } from './conversation-queries.js';
import { attempt, isUnknownReference, violates } from './faults.js';
import type { Pool, Transaction } from './pool.js';
import { newRow, toEvent, toRecord, toRow, type ConversationRecord, type EventRecord } from './rows.js';
import { ARCHIVE_CONVERSATION } from './sql/archive-conversation.js';
import { FIND_CONVERSATION } from './sql/find-conversation.js';
import { FIND_EVENT } from './sql/find-event.js';
import { IDLE_ANEW } from './sql/idle-anew.js';
import { INSERT_CONVERSATION } from './sql/insert-conversation.js';
import { INSERT_EVENT } from './sql/insert-event.js';
import { LOCK_CONVERSATION } from './sql/lock-conversation.js';
import { MARK_READ } from './sql/mark-read.js';
import { DROP_TIMERS, SET_TIMER } from './sql/set-timer.js';
import { withDueSurvey, writeSurveys } from './survey-changes.js';
import { UPDATE_CONVERSATION } from './sql/update-conversation.js';
import type { Change, Changed, ConversationRow, NewConversation, NewEvent, Store } from './store.js';

function insertEvent(tx: Transaction, event: NewEvent, conversation: string, seq: number): LogEvent {
  const record = toRecord(event, conversation, seq);
  const { id, at, type, by_role: role, by_id: author, by_name: name, body, marks } = record;
  tx.write(INSERT_EVENT, [conversation, seq, id, at, type, role, author, name, body, marks && JSON.stringify(marks)]);
  return toEvent(record);
}

function updateRow(tx: Transaction, row: ConversationRow): void {
  const { id, phase, queue, agent, waitingSince, acceptedAt, endedAt, awaitingSince, disposition, seq, offer } = row;
  const people = [queue.id, queue.name, agent?.id ?? null, agent?.name ?? null];
  const offered = [offer?.agent.id ?? null, offer?.agent.name ?? null, offer?.until ?? null];
  const routing = [
    row.priority,
    JSON.stringify(row.skills),
    ...offered,
    JSON.stringify(row.refused),
    row.snoozedUntil,
    row.wrapUpUntil,
    row.assignedAt,
    row.bot && JSON.stringify(row.bot),
    row.engagement,
    row.noted,
    row.survey,
  ];
  tx.write(UPDATE_CONVERSATION, [id, phase, ...people, waitingSince, acceptedAt, endedAt, awaitingSince, disposition, seq, ...routing]);
}

function setTimers(tx: Transaction, { workspace, id }: ConversationRow, timers: Change['timers'] = {}): void {
  const dropped: string[] = [];
  for (const [kind, due] of Object.entries(timers)) {
    if (due === null) dropped.push(kind);
    else tx.write(SET_TIMER, [workspace, kind, id, due]);
  }
  if (dropped.length > 0) tx.write(DROP_TIMERS, [workspace, dropped, id]);
}

/** A row that is locked, and what the command saved that is to change it, if it came before. */
interface Locked {
  readonly row: ConversationRow | undefined;
  readonly saved: readonly EventRecord[];
}

/** Locks a row till the end of the transaction, and looks whether the command was performed before. */
export async function lockRow(tx: Transaction, workspace: string, id: string, commandId: string): Promise<Locked> {
  const [, [record], saved] = await Promise.all([
    tx.ask(LOCK_CONVERSATION, [workspace, id]),
    tx.ask<ConversationRecord>(FIND_CONVERSATION, [workspace, id]),
    tx.ask<EventRecord>(FIND_EVENT, [id, commandId]),
  ]);
  return { row: record && toRow(record), saved };
}

/** Lets `decide` say what follows for a row that is locked, and saves it. */
export async function changeRow(tx: Transaction, { row, saved }: Locked, decide: (row: ConversationRow) => Change): Promise<Changed> {
  if (!row) throw new RelayError('not-found');
  if (saved.length > 0) return { row, events: saved.map(toEvent), again: true };
  const change = await withDueSurvey(tx, row, decide(row));
  const after = { ...row, ...change.row, lastAgent: change.row.agent ?? row.lastAgent };
  const also = await endWithChat(tx, row, after, change.events[0]);
  const events = [...change.events, ...also.events].map((event, index) => insertEvent(tx, event, row.id, row.seq + 1 + index));
  const next = { ...after, seq: row.seq + events.length };
  updateRow(tx, next);
  writeSurveys(tx, next, change.events);
  setTimers(tx, next, change.timers);
  if (next.phase === 'closed') tx.write(ARCHIVE_CONVERSATION, [row.id]);
  return { row: next, events, again: false, ...(also.cobrowse && { cobrowse: also.cobrowse }) };
}

/** What changes conversations, but for the messages that are appended. */
export class ConversationChanges
  extends ConversationQueries
  implements Pick<Store, 'startConversation' | 'changeConversation' | 'changeForAgent' | 'markRead'>
{
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  async startConversation(fresh: NewConversation): Promise<Changed> {
    const { workspace, customer, id } = fresh;
    for (;;) {
      const known = await this.conversation(workspace, id);
      if (known && known.customer.id !== customer.id) throw new RelayError('id-used');
      if (known) return { row: known, events: await this.eventsAfter(id, 0, 1), again: true };
      const open = await this.openConversationOf(workspace, customer.id);
      // It has come to be since it was looked for.
      if (open?.id === id) continue;
      if (open) throw new RelayError('already-open', undefined, { conversation: open.id });
      try {
        return await this.#insert(fresh);
      } catch (error) {
        if (isUnknownReference(error)) throw new RelayError('not-found');
        // Another workspace's: it is not found by looking again.
        if (violates(error, 'conversations_pkey') && !(await this.conversation(workspace, id))) throw new RelayError('id-used');
        if (!violates(error, 'conversations_pkey') && !violates(error, 'conversations_open')) throw error;
      }
    }
  }

  async #insert(fresh: NewConversation): Promise<Changed> {
    const { id, workspace, site, queue, customer, at, started, then = [], priority = 0, waitsUntil, bot = null } = fresh;
    const { phase } = newRow(fresh);
    const whose = [queue.id, queue.name, customer.id, customer.name];
    // Once: which index a race was lost on decides what comes next.
    const events = await attempt(
      () =>
        this.#pool.transact((tx) => {
          tx.write(INSERT_CONVERSATION, [id, workspace, site, ...whose, at, priority, phase, bot && JSON.stringify(bot), 1 + then.length]);
          if (bot && bot.transcript !== 'there') tx.write(SET_TIMER, [workspace, 'bot', id, at]);
          if (waitsUntil !== undefined) tx.write(SET_TIMER, [workspace, 'wait', id, waitsUntil]);
          return Promise.resolve([started, ...then].map((event, index) => insertEvent(tx, event, id, 1 + index)));
        }),
      1,
    );
    return { row: newRow(fresh), events, again: false };
  }

  changeConversation(workspace: string, id: string, commandId: string, decide: (row: ConversationRow) => Change): Promise<Changed> {
    return attempt(() => this.#pool.transact(async (tx) => changeRow(tx, await lockRow(tx, workspace, id, commandId), decide)));
  }

  changeForAgent(
    workspace: string,
    id: string,
    commandId: string,
    agent: string,
    decide: (row: ConversationRow, agent: AgentRow) => Change,
  ): Promise<Changed> {
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        // Agents before conversations, everywhere.
        const [row, locked] = await Promise.all([lockAgent(tx, workspace, agent), lockRow(tx, workspace, id, commandId)]);
        if (!row) throw new RelayError('not-found', 'there is no such agent');
        let theirs: Change['agent'];
        const changed = await changeRow(tx, locked, (conversation) => {
          const change = decide(conversation, row);
          theirs = change.agent;
          return change;
        });
        if (theirs) updateAgent(tx, { ...row, ...theirs });
        const at = changed.again || changed.row.agent?.id !== agent ? undefined : changed.events[0]?.at;
        if (at !== undefined) tx.write(IDLE_ANEW, [workspace, [agent], at]);
        return changed;
      }),
    );
  }

  markRead(workspace: string, conversation: string, side: Side, upTo: number): Promise<Reads | null> {
    return attempt(async () => {
      const [read] = await this.#pool.ask<Reads>(MARK_READ[side], [workspace, conversation, upTo]);
      return read ?? null;
    });
  }
}
