import type { Clock, Timer } from './clock.js';

/** Milliseconds of silence after which the other side is asked, and again that long until it counts as dead. */
export const SILENCE = 4_000;

/** Finds a dead socket within 8 s: a network that is gone closes nothing. */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #ping: () => void;
  readonly #dead: () => void;
  #timer: Timer;
  #heardAt = 0;
  #unanswered = false;

  constructor(clock: Clock, ping: () => void, dead: () => void) {
    this.#clock = clock;
    this.#ping = ping;
    this.#dead = dead;
  }

  start(): void {
    this.heard();
    this.#listen(SILENCE);
  }

  /** Cheap, as it is called with every frame: no timer is touched. */
  heard(): void {
    this.#heardAt = this.#clock.now();
    this.#unanswered = false;
  }

  /** Asks now instead of waiting for silence, for instance when the page is shown again. */
  probe(): void {
    this.#unanswered = true;
    this.#ping();
    this.#wait(SILENCE, () => {
      if (this.#unanswered) this.#dead();
      else this.#listen(SILENCE);
    });
  }

  stop(): void {
    this.#clock.clearTimeout(this.#timer);
  }

  #listen(ms: number): void {
    this.#wait(ms, () => {
      // A local clock that was set meanwhile makes the silence long or negative; asking once too often does no harm.
      const silence = Math.abs(this.#clock.now() - this.#heardAt);
      if (silence < SILENCE) this.#listen(SILENCE - silence);
      else this.probe();
    });
  }

  #wait(ms: number, then: () => void): void {
    this.stop();
    this.#timer = this.#clock.setTimeout(then, ms);
  }
}
