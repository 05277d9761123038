import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import { fold } from '@deskbell/protocol/fold.js';

const byId = (a: ConversationSummary, b: ConversationSummary): number => (a.id < b.id ? -1 : 1);

/** The rows that an agent has in sight: whatever waits, and the agent's own that are not closed. */
export class Tray {
  readonly #rows = new Map<string, ConversationSummary>();
  #agent = '';

  /** First come, first served. */
  get waiting(): ConversationSummary[] {
    return [...this.#rows.values()].filter((row) => row.phase === 'waiting').sort((a, b) => a.waitingSince - b.waitingSince || byId(a, b));
  }

  /** The newest accepted last. */
  get ongoing(): ConversationSummary[] {
    const own = [...this.#rows.values()].filter((row) => row.phase !== 'waiting');
    return own.sort((a, b) => (a.acceptedAt ?? 0) - (b.acceptedAt ?? 0) || byId(a, b));
  }

  get(id: string): ConversationSummary | undefined {
    return this.#rows.get(id);
  }

  /** Begins anew with what the relay has for this agent. */
  replace(agent: string, rows: readonly ConversationSummary[]): void {
    this.#agent = agent;
    this.#rows.clear();
    for (const row of rows) this.put(row);
  }

  /** Takes a row, unless a newer one is there already. What is closed leaves, and what another agent has. */
  put(row: ConversationSummary): void {
    const before = this.#rows.get(row.id);
    if (before && before.seq > row.seq) return;
    if (row.phase === 'waiting' || (row.phase !== 'closed' && row.agent?.id === this.#agent)) this.#rows.set(row.id, row);
    else this.#rows.delete(row.id);
  }

  /** What an event does to a row, where it follows on; else the row itself will come. */
  fold(event: SeenEvent): void {
    const summary = this.#rows.get(event.conversation);
    const log = summary && fold({ summary, events: [] }, event, 'agent');
    if (log && log !== 'gap') this.put(log.summary);
  }
}
