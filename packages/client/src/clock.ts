/** A timer that was set; only good for giving it back to `clearTimeout`. */
export type Timer = unknown;

/** Time as the mind sees it, given from outside so that tests and stories own it. */
export interface Clock {
  /** Milliseconds since 1970 by the local clock, right or wrong. */
  now(): number;
  setTimeout(run: () => void, ms: number): Timer;
  clearTimeout(timer: Timer): void;
}

// A longer timer would overflow in browsers and go off at once.
const MAX_TIMER = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => globalThis.setTimeout(run, Math.min(ms, MAX_TIMER)),
  clearTimeout: (timer) => {
    globalThis.clearTimeout(timer as number | undefined);
  },
};
