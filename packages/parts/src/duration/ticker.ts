/** What time it is, and a call once a second. */
export interface Ticker {
  /** In ms since 1970. */
  now(): number;
  /** Calls back about every second until what it returned is called. */
  subscribe(listener: () => void): () => void;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The page's own clock: one timer, however many listen, and none while nobody does. */
export const pageTicker: Ticker = {
  now: () => Date.now(),
  subscribe(listener) {
    listeners.add(listener);
    timer ??= setInterval(() => listeners.forEach((call) => call()), 1_000);
    return () => {
      listeners.delete(listener);
      if (listeners.size) return;
      clearInterval(timer);
      timer = undefined;
    };
  },
};
