import type { Clock, Timer } from './clock.js';

/** Milliseconds after the last key at which somebody does not type any longer (DLV 3). */
export const TYPING_ENDS = 5_000;

/** How often, in ms, the other side is told again while somebody types. */
export const TYPING_AGAIN = 2_000;

/** Without being told again for this long, in ms, the dots go away by themselves: whoever typed may be gone. */
export const TYPING_FADES = 8_000;

/** Turns key presses into reports that somebody types: at the first key, every 2 s while it goes on, and when it is over. */
export class TypingReporter {
  readonly #clock: Clock;
  readonly #report: (on: boolean) => void;
  #typing = false;
  #reportedAt = 0;
  #end: Timer;

  constructor(clock: Clock, report: (on: boolean) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  key(): void {
    const now = this.#clock.now();
    this.#clock.clearTimeout(this.#end);
    this.#end = this.#clock.setTimeout(() => {
      this.stop();
    }, TYPING_ENDS);
    // A local clock that was set back must not silence the reports.
    if (this.#typing && Math.abs(now - this.#reportedAt) < TYPING_AGAIN) return;
    this.#typing = true;
    this.#reportedAt = now;
    this.#report(true);
  }

  stop(): void {
    this.#clock.clearTimeout(this.#end);
    if (!this.#typing) return;
    this.#typing = false;
    this.#report(false);
  }
}
