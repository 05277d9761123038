import { isDeepStrictEqual } from 'node:util';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Author } from '@deskbell/protocol/people.js';
import { AgentTable, toAgent, type AgentRecord } from './agent-table.js';
import type { AgentRow } from './agents-store.js';
import type { Asker } from './database.js';
import { attempt } from './faults.js';
import type { Pool } from './pool.js';
import type { Asked, AssignOptions, Assigned, Assignment, RoutingStore, Timer, WaitingRow } from './routing-store.js';
import { toEvent, toRow, type ConversationRecord, type EventRecord } from './rows.js';
import { ASSIGN_CONVERSATIONS } from './sql/assign-conversations.js';
import { FIND_ABANDONED } from './sql/find-abandoned.js';
import { FIND_UNANSWERED } from './sql/find-unanswered.js';
import { IDLE_ANEW } from './sql/idle-anew.js';
import { LIST_HELD } from './sql/list-held.js';
import { LIST_THESE } from './sql/list-these.js';
import { LIST_THESE_AGENTS } from './sql/list-these-agents.js';
import { LIST_UNASSIGNED } from './sql/list-unassigned.js';
import { COUNT_WAITING, LIST_WAITS } from './sql/list-waits.js';
import { LOCK_AGENTS } from './sql/lock-agents.js';
import { LOCK_UNASSIGNED } from './sql/lock-unassigned.js';
import { END_TIMER, NEXT_DUE, TAKE_DUE } from './sql/take-due.js';

/** Whoever signed out meanwhile would have it for good: only what vanished agents have is given back. */
const isThere = ({ seenUntil, idle }: AgentRow): boolean => seenUntil !== null && !idle;

/** Of some assignments those that still hold: the conversation is free, and its agent may still have it and has a slot left. */
async function holding(
  tx: Asker,
  workspace: string,
  assignments: readonly Assignment[],
  { mayHave = isThere, waits = false }: AssignOptions,
): Promise<Assignment[]> {
  const agents = [...new Set(assignments.map(({ agent }) => agent.id))];
  const [, records, locked] = await Promise.all([
    tx.ask(LOCK_AGENTS, [workspace, agents]),
    tx.ask<AgentRecord>(LIST_THESE_AGENTS, [workspace, agents]),
    tx.ask<Asked & { id: string }>(LOCK_UNASSIGNED[waits ? 'all' : 'free'], [
      workspace,
      assignments.map(({ conversation }) => conversation),
    ]),
  ]);
  const loads = new Map(
    records
      .map(toAgent)
      .filter(mayHave)
      .map(({ id, load }) => [id, load]),
  );
  const free = new Map(locked.map(({ id, ...asks }) => [id, asks]));
  return assignments.filter(({ conversation, asked, agent, slots }) => {
    const load = loads.get(agent.id);
    // Whoever gave it to another queue, or would not have it, since it was looked at was not asked who may have it then.
    if (load === undefined || load >= slots || !isDeepStrictEqual(free.get(conversation), asked)) return false;
    free.delete(conversation);
    loads.set(agent.id, load + 1);
    return true;
  });
}

/** What gives conversations out, and what is due. */
export class RoutingTable extends AgentTable implements RoutingStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  unassigned(workspace: string, queues: readonly string[], limit: number): Promise<WaitingRow[]> {
    return attempt(() => this.#pool.ask<WaitingRow>(LIST_UNASSIGNED, [workspace, queues, limit]));
  }

  assign(workspace: string, assignments: readonly Assignment[], by: Author, at: number, options: AssignOptions = {}): Promise<Assigned[]> {
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const given = await holding(tx, workspace, assignments, options);
        if (given.length === 0) return [];
        const authors = given.map(({ agent, until }): Author => (until === null ? { ...agent, role: 'agent' } : by));
        const asked = tx.ask<EventRecord>(ASSIGN_CONVERSATIONS, [
          workspace,
          at,
          given.map(({ conversation }) => conversation),
          given.map(({ agent }) => agent.id),
          given.map(({ agent }) => agent.name),
          given.map(({ until }) => until),
          given.map(({ event }) => event),
          given.map(({ agent, until }) => JSON.stringify(until === null ? { agent } : { agent, until })),
          authors.map(({ role }) => role),
          authors.map(({ id }) => id),
          authors.map(({ name }) => name),
          given.map(({ summarised = false }) => String(summarised)),
        ]);
        tx.write(IDLE_ANEW, [workspace, given.map(({ agent }) => agent.id), at]);
        const ids = given.map(({ conversation }) => conversation);
        const [saved, records] = await Promise.all([asked, tx.ask<ConversationRecord>(LIST_THESE, [workspace, ids])]);
        const events = new Map(saved.map((record) => [record.conversation, toEvent(record)]));
        return records.flatMap((record) => {
          const event = events.get(record.id);
          return event ? [{ row: toRow(record), event }] : [];
        });
      }),
    );
  }

  takeDue(now: number, lease: number, limit: number): Promise<Timer[]> {
    return attempt(() => this.#pool.ask<Timer>(TAKE_DUE, [now, lease, limit]));
  }

  async endTimer({ workspace, kind, subject, lease }: Timer): Promise<void> {
    await attempt(() => this.#pool.ask(END_TIMER, [workspace, kind, subject, lease]));
  }

  nextDue(): Promise<number | null> {
    return attempt(async () => (await this.#pool.ask<{ due: number | null }>(NEXT_DUE, []))[0]?.due ?? null);
  }

  abandoned(workspace: string, seenBefore: number, limit: number): Promise<{ id: string; agent: string }[]> {
    return attempt(() => this.#pool.ask<{ id: string; agent: string }>(FIND_ABANDONED, [workspace, seenBefore, limit]));
  }

  unanswered(workspace: string, since: number): Promise<{ id: string; agent: string }[]> {
    return attempt(() => this.#pool.ask<{ id: string; agent: string }>(FIND_UNANSWERED, [workspace, since]));
  }

  waits(workspace: string, queue: string, limit: number): Promise<{ at: number; waited: number }[]> {
    return attempt(() => this.#pool.ask<{ at: number; waited: number }>(LIST_WAITS, [workspace, queue, limit]));
  }

  counts(workspace: string): Promise<Record<string, number>> {
    return attempt(async () => {
      const counts = await this.#pool.ask<{ queue: string; count: number }>(COUNT_WAITING, [workspace]);
      return Object.fromEntries(counts.map(({ queue, count }) => [queue, count]));
    });
  }

  heldBy(workspace: string, agent: string): Promise<Pick<ConversationSummary, 'id' | 'phase'>[]> {
    return attempt(() => this.#pool.ask<Pick<ConversationSummary, 'id' | 'phase'>>(LIST_HELD, [workspace, agent]));
  }
}
