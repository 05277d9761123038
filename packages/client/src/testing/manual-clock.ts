import type { Clock } from '../clock.js';
import { settle } from './settle.js';

/** Monday, 2026-01-05, 09:00:00 UTC. */
export const MORNING = Date.UTC(2026, 0, 5, 9);

/** A clock that stands until it is advanced. */
export class ManualClock implements Clock {
  readonly #timers = new Map<number, { at: number; run: () => void }>();
  #now: number;
  #last = 0;

  constructor(now = MORNING) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(run: () => void, ms: number): number {
    const timer = ++this.#last;
    this.#timers.set(timer, { at: this.#now + Math.max(0, ms), run });
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as number);
  }

  /** How many timers are set: none may be left by what was destroyed. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Lets `ms` pass; whatever becomes due runs in its order, and what follows from it settles before time goes on. */
  async advance(ms: number): Promise<void> {
    await settle();
    const end = this.#now + ms;
    for (let due = this.#due(end); due; due = this.#due(end)) {
      this.#timers.delete(due.timer);
      this.#now = Math.max(this.#now, due.at);
      due.run();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** As if somebody set the clock: the time of day changes, what is due stays as far away. */
  jump(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers.values()) timer.at += ms;
  }

  #due(end: number): { timer: number; at: number; run: () => void } | undefined {
    let next: { timer: number; at: number; run: () => void } | undefined;
    for (const [timer, { at, run }] of this.#timers) if (at <= end && (!next || at < next.at)) next = { timer, at, run };
    return next;
  }
}
