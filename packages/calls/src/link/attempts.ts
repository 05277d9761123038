/** How long an attempt may take before the next, ms; doubled each time, up to the longest. */
const PATIENCE = 1_500;
const LONGEST = 8_000;
/** How long the first attempt to bring back what was lost may take, ms. */
const FIRST = 500;
/** So many times a connection is led another way before another is made. */
const RESTARTS = 2;

/** How to go on: over the way to the relay that there is, or over a new one, since that may have been lost with the other. */
export type Next = 'again' | 'anew';

/** When the two ends of a link that is not live try once more. */
export class Attempts {
  #count = 0;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  /** Whether it is time for another connection, and not only for another way. */
  get areMany(): boolean {
    return this.#count > RESTARTS;
  }

  begin(now: number): void {
    this.#count = 0;
    this.#at = now;
  }

  count(now: number): void {
    this.#count += 1;
    this.#at = now;
  }

  /** @param wasLive - Whether there was something to be brought back, which is done in a hurry. */
  next(now: number, wasLive: boolean): Next | undefined {
    const patience = wasLive && this.#count === 1 ? FIRST : Math.min(LONGEST, PATIENCE * 2 ** Math.max(0, this.#count - 2));
    if (now - this.#at <= patience) return undefined;
    return this.#count % 2 === 1 ? 'anew' : 'again';
  }
}
