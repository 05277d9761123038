import type { CallClock } from '../surroundings.js';

/** A clock that stands until time is let pass. */
export class StandingClock implements CallClock {
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

  /** Lets time pass in small steps, and what follows from it happen. */
  async pass(ms: number): Promise<void> {
    for (const end = this.#now + ms; this.#now < end;) {
      this.#now = Math.min(end, this.#now + 50);
      for (const [timer, { at, run }] of this.#timers) if (at <= this.#now && this.#timers.delete(timer)) run();
      await new Promise(setImmediate);
    }
  }
}
