import type { Logger } from 'pino';
import type { Tokens } from './auth/tokens.js';
import type { CallBot } from './bot/call-bot.js';
import type { Hub } from './hub/hub.js';
import type { Metrics } from './metrics.js';
import type { Directory } from './settings/directory.js';
import type { Store } from './store/store.js';

/** What actions and handlers may use; drivers are chosen where the relay is started. */
export interface Deps {
  readonly store: Store;
  readonly hub: Hub;
  readonly directory: Directory;
  readonly tokens: Tokens;
  readonly metrics: Metrics;
  /** Asks an AI agent over HTTP. */
  readonly callBot: CallBot;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUID, version 7. */
  readonly newId: () => string;
  /** Something came to wait in a workspace, or an agent may take something: it is looked at soon. */
  readonly wake: (workspace: string) => void;
  /** Something is to be put to an AI agent. Settles when that has begun, or it is not this relay's to do. */
  readonly askBot: (workspace: string, conversation: string) => Promise<void>;
}

/** What a relay is given; the rest it makes itself. */
export type Drivers = Omit<Deps, 'wake' | 'askBot'>;
