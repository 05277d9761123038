import { RelayError } from '@deskbell/protocol/refusals.js';

/** Lets one through after the other, so that however many come at once no more than one of them keeps the database busy. */
export class Turnstile {
  readonly #most: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** @param most - How many may wait; more than that are told `slow-down`. */
  constructor(most: number) {
    this.#most = most;
  }

  async pass<T>(run: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#most) throw new RelayError('slow-down', undefined, { retryAfter: 1_000 });
    this.#waiting += 1;
    const turn = this.#last.then(run).finally(() => (this.#waiting -= 1));
    // Whoever is next goes in, whatever became of the one before.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
