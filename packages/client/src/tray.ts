import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import type { DeskQueue } from '@deskbell/protocol/site.js';
import { fold } from '@deskbell/protocol/fold.js';

const byId = (a: ConversationSummary, b: ConversationSummary): number => (a.id < b.id ? -1 : 1);

/** How many rows that left are remembered; a telling is late by moments, not by that many rows. */
const REMEMBERED = 200;

/** The rows that an agent has in sight: whatever waits, and the agent's own that are not closed. */
export class Tray {
  readonly #rows = new Map<string, ConversationSummary>();
  /** Rows that left lately, by their last `seq`: what another relay told before that may come after it. */
  readonly #gone = new Map<string, number>();
  #left: ReadonlyMap<string, ConversationSummary> = new Map();
  #agent = '';

  /** What waits in queues that the agent serves, but what is offered to the agent: by priority, then first come, first served. */
  waiting(queues: readonly DeskQueue[]): ConversationSummary[] {
    const served = new Map(queues.map(({ id, members }) => [id, members?.includes(this.#agent) ?? true]));
    return this.#all('waiting')
      .filter((row) => !this.#isOffered(row) && (served.get(row.queue.id) ?? true))
      .sort((a, b) => b.priority - a.priority || a.waitingSince - b.waitingSince || byId(a, b));
  }

  /** What is offered to the agent, the first to expire first. */
  get offers(): ConversationSummary[] {
    const until = ({ offer }: ConversationSummary): number => offer?.until ?? 0;
    return this.#all('waiting')
      .filter((row) => this.#isOffered(row))
      .sort((a, b) => until(a) - until(b) || byId(a, b));
  }

  /** What came to the agent last is last. */
  get ongoing(): ConversationSummary[] {
    return this.#all('ongoing').sort((a, b) => (a.assignedAt ?? 0) - (b.assignedAt ?? 0) || byId(a, b));
  }

  /** What was the agent's own lately and is no more, as it was when it left: closed, in a queue again, or with somebody else. */
  get left(): ReadonlyMap<string, ConversationSummary> {
    return this.#left;
  }

  get(id: string): ConversationSummary | undefined {
    return this.#rows.get(id);
  }

  /** Begins anew with what the relay has for this agent. */
  replace(agent: string, rows: readonly ConversationSummary[]): void {
    this.#agent = agent;
    this.#rows.clear();
    this.#gone.clear();
    this.#left = new Map();
    for (const row of rows) this.put(row);
  }

  /** Takes a row, unless a newer one is there already. What is closed leaves, and what another agent has. */
  put(row: ConversationSummary): void {
    const known = this.#rows.get(row.id)?.seq ?? this.#gone.get(row.id) ?? 0;
    if (known > row.seq) return;
    const before = this.#rows.get(row.id);
    if (before && this.#isOwn(before) && !this.#isOwn(row))
      this.#left = new Map([...this.#left, [row.id, row] as const].slice(-REMEMBERED));
    if (row.phase === 'waiting' || this.#isOwn(row)) this.#rows.set(row.id, row);
    else this.#leave(row);
  }

  /** Takes it out of sight: another agent has it since that `seq`. */
  drop(id: string, seq: number): void {
    const row = this.#rows.get(id);
    if ((row?.seq ?? this.#gone.get(id) ?? 0) > seq) return;
    if (row && this.#isOwn(row)) this.#left = new Map([...this.#left, [id, { ...row, seq }] as const].slice(-REMEMBERED));
    this.#leave({ id, seq });
  }

  #isOwn({ phase, agent }: ConversationSummary): boolean {
    return phase !== 'waiting' && phase !== 'closed' && agent?.id === this.#agent;
  }

  #all(which: 'waiting' | 'ongoing'): ConversationSummary[] {
    return [...this.#rows.values()].filter(({ phase }) => (phase === 'waiting') === (which === 'waiting'));
  }

  #isOffered({ offer }: ConversationSummary): boolean {
    return offer?.agent.id === this.#agent;
  }

  #leave({ id, seq }: Pick<ConversationSummary, 'id' | 'seq'>): void {
    this.#rows.delete(id);
    this.#gone.delete(id);
    this.#gone.set(id, seq);
    const [oldest] = this.#gone.keys();
    if (this.#gone.size > REMEMBERED && oldest !== undefined) this.#gone.delete(oldest);
  }

  /** What an event does to a row, where it follows on; else the row itself will come. */
  fold(event: SeenEvent): void {
    const summary = this.#rows.get(event.conversation);
    const log = summary && fold({ summary, events: [] }, event, 'agent');
    if (log && log !== 'gap') this.put(log.summary);
  }
}
