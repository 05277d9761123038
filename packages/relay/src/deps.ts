import type { Logger } from 'pino';
import type { Ai } from './ai/ai.js';
import type { Writer } from './ai/writer.js';
import type { Tokens } from './auth/tokens.js';
import type { CallBot } from './bot/call-bot.js';
import type { FilesPort } from './files/port.js';
import type { Scanner } from './files/scanner.js';
import type { Hub } from './hub/hub.js';
import type { SlotTeller } from './routing/tell-status.js';
import type { Metrics } from './metrics.js';
import type { Directory } from './settings/directory.js';
import type { Store } from './store/store.js';
import type { Vault } from './vault/vault.js';

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
  /** Asks an AI agent over HTTP. */
  readonly callBot: CallBot;
  readonly log: Logger;
  readonly ai: Ai;
  /** Opens what customers' browsers sealed. */
  readonly vault: Vault;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUID, version 7. */
  readonly newId: () => string;
  /** Tells agents of their slots. */
  readonly slots: Pick<SlotTeller, 'tell'>;
  /** Something came to wait in a workspace, or an agent may take something: it is looked at soon. */
  readonly wake: (workspace: string) => void;
  /** What has a model write; undefined where none is configured. */
  readonly writer: Writer | undefined;
  /** Begins the summary for who has just got a conversation. */
  readonly summarise: (workspace: string, conversation: string) => Promise<void>;
  /** Something is to be put to an AI agent. Settles when that has begun, or it is not this relay's to do. */
  readonly askBot: (workspace: string, conversation: string) => Promise<void>;
}

/** What a relay is given; the rest it makes itself. */
export type Drivers = Omit<Deps, 'wake' | 'slots' | 'writer' | 'summarise' | 'askBot'>;
