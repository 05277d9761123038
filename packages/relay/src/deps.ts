import type { Logger } from 'pino';
import type { Hub } from './hub/hub.js';
import type { Store } from './store/store.js';

/** What every action and handler may use; drivers are chosen in main. */
export interface Deps {
  readonly store: Store;
  readonly hub: Hub;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUID, version 7. */
  readonly newId: () => string;
}
