import { openPeer } from './peer-line.js';
import type { LinkSocket, LinkSurroundings } from './surroundings.js';

// A page may put its own in its place.
const { WebSocket } = globalThis;

/** What a link stands on in a browser. */
export const browser: LinkSurroundings = {
  clock: {
    now: () => performance.now(),
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer as number | undefined),
  },
  random: () => Math.random(),
  openSocket: (address) => new WebSocket(address) as LinkSocket,
  openPeer,
  watch(back) {
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  },
};
