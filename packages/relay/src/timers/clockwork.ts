import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import type { Timer } from '../store/routing-store.js';
import { DUE } from './due.js';
import { sweep } from './sweep.js';

/** How long a relay has for what it took, before another one may take it, ms. */
const LEASE = 10_000;

/** The most that is taken at once. */
const BATCH = 200;

/** A longer break between two looks than this, and others may have been away only because this relay, or the database, was, ms. */
const BREAK = 15_000;

/** Does what is due, whichever relay made it due. One look is under way at a time. */
export class Clockwork {
  readonly #deps: Deps;
  #looking: Promise<void> | undefined;
  #lookedAt = -Infinity;
  #steadySince = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Looks at what is due now; to be called about once a second, and settles when all of it is done. */
  look(): Promise<void> {
    return (this.#looking ??= this.#look().finally(() => (this.#looking = undefined)));
  }

  /** Settles when no look is under way. */
  async stop(): Promise<void> {
    await this.#looking;
  }

  async #look(): Promise<void> {
    try {
      const { store, now } = this.#deps;
      const at = now();
      if (at - this.#lookedAt > BREAK) this.#steadySince = at;
      for (;;) {
        const timers = await store.takeDue(now(), now() + LEASE, BATCH);
        await Promise.all(timers.map((timer) => this.#perform(timer)));
        if (timers.length < BATCH) break;
      }
      await sweep(this.#deps, this.#steadySince);
      this.#lookedAt = at;
    } catch (fault) {
      this.#note(fault, 'what is due could not be looked at');
    }
  }

  /** What fails stays, and is tried again when its lease is over. */
  async #perform(timer: Timer): Promise<void> {
    try {
      await DUE[timer.kind](this.#deps, timer);
      await this.#deps.store.endTimer(timer);
    } catch (fault) {
      this.#note(fault, `a time-out of ${timer.subject} (${timer.kind}) failed`);
    }
  }

  #note(fault: unknown, what: string): void {
    // The database is away: that is known, and everything is tried again.
    if (!(fault instanceof RelayError)) this.#deps.log.error({ err: fault }, what);
  }
}
