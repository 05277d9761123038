import type { Logger } from 'pino';
import type { Tokens } from './auth/tokens.js';
import type { FilesPort } from './files/port.js';
import type { Scanner } from './files/scanner.js';
import type { Hub } from './hub/hub.js';
import type { Metrics } from './metrics.js';
import type { Directory } from './settings/directory.js';
import type { Store } from './store/store.js';

/** What actions and handlers may use; drivers are chosen where the relay is started. */
export interface Deps {
  readonly store: Store;
  readonly hub: Hub;
  /** Where attachments are kept; undefined where there is no place for them. */
  readonly files?: FilesPort | undefined;
  /** What looks at them before they are handed out; undefined where nothing does. */
  readonly scanner?: Scanner | undefined;
  readonly directory: Directory;
  readonly tokens: Tokens;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUID, version 7. */
  readonly newId: () => string;
  /** Something came to wait in a workspace, or an agent may take something: it is looked at soon. */
  readonly wake: (workspace: string) => void;
}

/** What a relay is given; the rest it makes itself. */
export type Drivers = Omit<Deps, 'wake'>;
