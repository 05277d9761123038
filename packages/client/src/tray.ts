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

  get(id: string): ConversationSummary | undefined {
    return this.#rows.get(id);
  }

  /** Begins anew with what the relay has for this agent. */
  replace(agent: string, rows: readonly ConversationSummary[]): void {
    this.#agent = agent;
    this.#rows.clear();
    this.#gone.clear();
    for (const row of rows) this.put(row);
  }

  /** Takes a row, unless a newer one is there already. What is closed leaves, and what another agent has. */
  put(row: ConversationSummary): void {
    const known = this.#rows.get(row.id)?.seq ?? this.#gone.get(row.id) ?? 0;
    if (known > row.seq) return;
    if (row.phase === 'waiting' || (row.phase !== 'closed' && row.agent?.id === this.#agent)) this.#rows.set(row.id, row);
    else this.#leave(row);
  }

  #all(which: 'waiting' | 'ongoing'): ConversationSummary[] {
    return [...this.#rows.values()].filter(({ phase }) => (phase === 'waiting') === (which === 'waiting'));
  }

  #isOffered({ offer }: ConversationSummary): boolean {
    return offer?.agent.id === this.#agent;
  }

  #leave({ id, seq }: ConversationSummary): void {
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
