import type { Clock, Timer } from './clock.js';

/** Milliseconds of silence after which the other side is asked, and again that long until it counts as dead. */
export const SILENCE = 4_000;

/** Finds a dead socket within 8 s: a network that is gone closes nothing. */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #ping: () => void;
  readonly #dead: () => void;
  #timer: Timer;

  constructor(clock: Clock, ping: () => void, dead: () => void) {
    this.#clock = clock;
    this.#ping = ping;
    this.#dead = dead;
  }

  /**
   * Something was heard, for instance the beginning. The timer is set anew each time: browsers put timers that come from timers off by up
   * to a minute in hidden pages, and by then the relay would have given the client up.
   */
  heard(): void {
    this.#wait(() => {
      this.probe();
    });
  }

  /** Asks now instead of waiting for silence, for instance when the page is shown again. */
  probe(): void {
    this.#wait(this.#dead);
    this.#ping();
  }

  stop(): void {
    this.#clock.clearTimeout(this.#timer);
  }

  #wait(then: () => void): void {
    this.stop();
    this.#timer = this.#clock.setTimeout(then, SILENCE);
  }
}
