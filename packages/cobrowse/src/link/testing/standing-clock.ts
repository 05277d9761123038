import type { LinkClock } from '../surroundings.js';

/** A clock that stands until time is let pass. */
export class StandingClock implements LinkClock {
  readonly #timers = new Map<number, { at: number; run: () => void }>();
  #now = 0;
  #last = 0;

  now(): number {
    return this.#now;
  }

  setTimeout(run: () => void, ms: number): number {
    this.#timers.set(++this.#last, { at: this.#now + ms, run });
    return this.#last;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as number);
  }

  /** How many timers are set. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Lets time pass in steps small enough that what answers to a timer is heard before the next. */
  async pass(ms: number): Promise<void> {
    for (const end = this.#now + ms; this.#now < end;) {
      this.#now = Math.min(end, this.#now + 50);
      for (const [timer, { at, run }] of this.#timers) if (at <= this.#now && this.#timers.delete(timer)) run();
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    }
  }
}
