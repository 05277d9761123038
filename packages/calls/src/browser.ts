import type { CallSocket, CallSurroundings } from './surroundings.js';

/** What a call stands on in a browser. */
export const browser: CallSurroundings = {
  clock: {
    now: () => performance.now(),
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer as number | undefined),
  },
  random: () => Math.random(),
  // Media are to be had in secure contexts only, so this is there.
  newId: () => crypto.randomUUID(),
  openSocket: (address) => new WebSocket(address) as CallSocket,
  watch(changed) {
    // Chromium tells of a change from one network to another; elsewhere only being online again is told.
    const { connection } = navigator as Navigator & { readonly connection?: EventTarget };
    addEventListener('online', changed);
    connection?.addEventListener('change', changed);
    return () => {
      removeEventListener('online', changed);
      connection?.removeEventListener('change', changed);
    };
  },
};
