import type { SeenEvent } from '@deskbell/protocol/events.js';
import { ReactionLog } from './reaction-log.js';
import { rowsOf, type Row } from './row.js';

const STEP = 50;
const FIRST = 2 * STEP;
// Past this many, a reader who is at the end has the oldest taken away again: a chat that runs for a day does not grow the page.
const MOST_AT_END = 8;

/** A stretch of a log that is rendered, and skipped by the browser, as one. A new object when anything in it changed. */
export interface Chunk {
  /** The `seq` of its first event. */
  readonly key: number;
  /** The `seq` after its last event. */
  readonly end: number;
  readonly rows: readonly Row[];
}

type Ahead = Parameters<typeof rowsOf>[3];

/** How a new log stands to the one before: `grown` at its end, `reached back` at its start, or another log altogether. */
export type Change = 'none' | 'grown' | 'reached back' | 'other';

/**
 * The rendered part of a log: its newest hundred events, and the older ones that were asked for, in chunks of fifty. Whatever the
 * length of the log, an append makes the rows of one chunk anew, and nothing else is looked at.
 */
export class Chunks {
  /** Oldest first. */
  list: readonly Chunk[] = [];

  private readonly reactions = new ReactionLog();
  private events: readonly SeenEvent[] = [];
  private ahead: Ahead;

  /** Whether there is something older than what is rendered. */
  get hasEarlier(): boolean {
    const [first] = this.list;
    return first !== undefined && first.key > this.firstSeq;
  }

  /** Takes the log of now, and what will follow its newest message: the first of those on their way. */
  update(events: readonly SeenEvent[], ahead: Ahead, isAtEnd: boolean): Change {
    const change = this.compare(events);
    const isAheadSame = ahead?.at === this.ahead?.at && ahead?.by.id === this.ahead?.by.id;
    const known = this.events.length;
    this.events = events;
    this.ahead = ahead;
    // What is older was overtaken by what is there already.
    if (change === 'other' || change === 'reached back') this.reactions.restart(events);
    const reacted = change === 'grown' ? this.reactions.take(events.slice(known)) : [];
    if (change === 'other') this.restart();
    else if (change === 'grown') this.grow(isAtEnd, reacted);
    else if (change === 'reached back') this.remake(0);
    else if (!isAheadSame) this.remake(this.list.length - 1);
    return change;
  }

  /** Renders fifty older ones. */
  showEarlier(): void {
    const [first] = this.list;
    if (first && this.hasEarlier) this.list = [this.make(Math.max(this.firstSeq, first.key - STEP), first.key), ...this.list];
  }

  private get firstSeq(): number {
    return this.events[0]?.seq ?? 1;
  }

  private compare(events: readonly SeenEvent[]): Change {
    const old = this.events;
    const [first] = events;
    const [oldFirst] = old;
    const last = old.at(-1);
    if (events === old) return 'none';
    if (!first || !oldFirst || !last || first.conversation !== oldFirst.conversation) return 'other';
    // Logs are contiguous, so an event's index follows from its `seq`.
    if (events[last.seq - first.seq]?.seq !== last.seq) return 'other';
    if (first.seq > oldFirst.seq) return 'other';
    if (first.seq < oldFirst.seq) return events.length === last.seq - first.seq + 1 ? 'reached back' : 'other';
    return events.length > old.length ? 'grown' : 'none';
  }

  private restart(): void {
    const end = this.firstSeq + this.events.length;
    const starts = [end - FIRST, end - STEP].map((start) => Math.max(this.firstSeq, start));
    this.list = [...new Set(starts)].map((start, index, all) => this.make(start, all[index + 1] ?? end));
  }

  private grow(isAtEnd: boolean, reacted: readonly number[]): void {
    const end = this.firstSeq + this.events.length;
    const last = this.list.at(-1);
    if (!last || end - last.key > 2 * FIRST) {
      this.restart();
      return;
    }
    const grown = last.end - last.key < STEP ? [this.make(last.key, end)] : [this.make(last.key, last.end), this.make(last.end, end)];
    const kept = this.list.slice(isAtEnd && this.list.length > MOST_AT_END ? -2 : 0, -1);
    const isOther = ({ key, end: after }: Chunk): boolean => reacted.some((seq) => seq >= key && seq < after);
    this.list = [...kept.map((chunk) => (isOther(chunk) ? this.make(chunk.key, chunk.end) : chunk)), ...grown];
  }

  private remake(index: number): void {
    this.list = this.list.map((chunk, at) => (at === index ? this.make(chunk.key, chunk.end) : chunk));
  }

  private make(key: number, end: number): Chunk {
    return { key, end, rows: rowsOf(this.events, key - this.firstSeq, end - this.firstSeq, this.ahead, this.reactions.given) };
  }
}
