import { systemClock, type Clock } from './clock.js';
import { newId } from './ids.js';
import { currentPage, type Page } from './page.js';
import { openWebSocket, type OpenSocket } from './socket.js';

/** Everything a session takes from the world. In a page nothing of it has to be given; tests and stories give their own. */
export interface Surroundings {
  readonly clock: Clock;
  /** As Math.random. */
  readonly random: () => number;
  /** A new UUID, version 7. */
  readonly newId: () => string;
  readonly page: Page;
  readonly openSocket: OpenSocket;
  readonly fetch: typeof fetch;
}

export const browserSurroundings = (): Surroundings => ({
  clock: systemClock,
  random: Math.random,
  newId: () => newId(),
  page: currentPage(),
  openSocket: openWebSocket,
  // Bound, as the browser's refuses to be called on anything but the window.
  fetch: (...request) => globalThis.fetch(...request),
});
