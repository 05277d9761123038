import { isOpen, type ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { LogEvent, LogEventOf } from '@deskbell/protocol/events.js';
import { fold } from '@deskbell/protocol/fold.js';
import type { Named, Person, Side } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { provisionalSummary } from '../provisional.js';

/** An event before the log gave it its place. */
export type NewEvent = { [T in LogEvent['type']]: Omit<LogEventOf<T>, 'seq' | 'conversation' | 'at'> }[LogEvent['type']];

/** One conversation as the simulated relay keeps it: the row as agents see it, the log, and every id that is in it. */
export class SimulatedLog {
  readonly events: LogEvent[] = [];
  summary: ConversationSummary;
  readonly #byId = new Map<string, LogEvent>();

  constructor(id: string, customer: Named, queue: Named, at: number) {
    this.summary = { ...provisionalSummary(id, at), customer, queue };
  }

  /** Adds an event, once for each id. `again`: it was there already. */
  append(event: NewEvent, at: number): { event: LogEvent; again: boolean } {
    const known = this.find(event.id, event.type);
    if (known) return { event: known, again: true };
    const saved = { ...event, conversation: this.summary.id, seq: this.events.length + 1, at } as LogEvent;
    const after = fold({ summary: this.summary, events: [] }, saved, 'agent');
    if (after === 'gap') throw new Error('the simulated log has lost its count');
    this.summary = after.summary;
    this.events.push(saved);
    this.#byId.set(saved.id, saved);
    return { event: saved, again: false };
  }

  /** The event that a command of this id led to before. */
  find(id: string, type: LogEvent['type']): LogEvent | undefined {
    const known = this.#byId.get(id);
    if (known && known.type !== type) throw new RelayError('id-used');
    return known;
  }

  /** Contiguous and ascending, from the one after `after`; only the newest where those are too many. */
  after(after: number | undefined, window: number): LogEvent[] {
    const missing = this.events.length - (after ?? 0);
    return after !== undefined && missing <= 4 * window ? this.events.slice(after) : this.events.slice(-window);
  }

  before(before: number, limit: number): LogEvent[] {
    return this.events.slice(Math.max(0, before - 1 - limit), before - 1);
  }

  mayRead(person: Person): boolean {
    const { agent, customer, phase } = this.summary;
    if (person.role === 'customer') return customer.id === person.id;
    return person.role !== 'agent' || phase === 'waiting' || phase === 'closed' || agent?.id === person.id;
  }

  mayWrite(person: Person): boolean {
    const { agent, customer, phase } = this.summary;
    return person.role === 'customer' ? customer.id === person.id && isOpen(phase) : agent?.id === person.id && phase === 'active';
  }

  markRead(side: Side, upTo: number): boolean {
    const { read, seq } = this.summary;
    if (upTo <= read[side] || upTo > seq) return false;
    this.summary = { ...this.summary, read: { ...read, [side]: upTo } };
    return true;
  }
}
