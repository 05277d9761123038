const SOONEST = 250;
const FIRST = 500;
const LONGEST = 30_000;

/**
 * How many milliseconds to wait before the next attempt: exponential with full jitter, at most 30 s, so that the customers of a relay
 * that restarts do not all come back in the same moment.
 * @param attempt 0 for the first after a connection that held.
 * @param atOnce whether the relay asked for an early return; it counts for the first attempt only.
 */
export const backoff = (attempt: number, atOnce: boolean, random: () => number): number =>
  random() * (atOnce && attempt === 0 ? SOONEST : Math.min(LONGEST, FIRST * 2 ** attempt));
