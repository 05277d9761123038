import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { OpenAiModel, type EndpointOptions } from './ai/openai-model.js';
import { WinkReader } from './ai/wink-reader.js';
import { CustomerTokens } from './auth/customer-tokens.js';
import { keptSecret } from './auth/secret.js';
import { Tokens } from './auth/tokens.js';
import { callBot } from './bot/call-bot.js';
import { openFiles, type FilesOptions } from './files/open-files.js';
import { openScanner, type ScannerOptions } from './files/open-scanner.js';
import { startEmbedded } from './database/embedded.js';
import { readAssets } from './http/assets.js';
import type { Hub } from './hub/hub.js';
import { LocalHub } from './hub/local-hub.js';
import { openNatsHub } from './hub/open-nats-hub.js';
import { createLog } from './log.js';
import { Metrics } from './metrics.js';
import { PAUSE, RelayServer, type ServerOptions } from './relay-server.js';
import { Directory } from './settings/directory.js';
import { withSaved } from './settings/saved-settings.js';
import type { Settings } from './settings/schema/settings.js';
import { StartError } from './start-error.js';
import { openPostgresStore, type PostgresOptions } from './store/postgres-store.js';
import type { Store } from './store/store.js';
import { openVault, type VaultOptions } from './vault/open-vault.js';

/** How often the relay looks at what has to happen without a frame, ms. */
const TICK = 1_000;

export interface RelayOptions
  extends
    Pick<ServerOptions, 'host' | 'limits' | 'httpLimits' | 'proxies' | 'routes' | 'turn'>,
    FilesOptions,
    ScannerOptions,
    VaultOptions {
  /** A checked document: see `checkSettings` and `readSettings`. */
  readonly settings: Settings;
  /** 8787 where left out; 0 for any that is free. */
  readonly port?: number;
  /** The folder of the built-in PostgreSQL, and of the secret. */
  readonly dataFolder?: string;
  /** `postgres://...` of a database of one's own; the built-in one is not started then. */
  readonly databaseUrl?: string;
  /** `nats://...` of what joins several relays on one database; where left out, this relay is the only one. */
  readonly natsUrl?: string;
  /** Signs customers' tokens, 32 characters or more; made and kept in the data folder where left out. */
  readonly secret?: string;
  /** What writes for agents, any endpoint that speaks OpenAI's chat completions; nothing is offered that needs one where left out. */
  readonly model?: EndpointOptions;
  /** The folders of the script-tag builds: the widget's, and cobrowse's for the agents' view of a page. */
  readonly assets?: readonly string[];
  /** What the store needs before anybody can connect, a demo's past for instance. */
  readonly prepare?: (store: Store) => Promise<void>;
  readonly log?: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Relay {
  /** Where it listens, as a browser on this machine reaches it. */
  readonly url: string;
  readonly port: number;
  /** The folder the data is in, which as root may be another than the one asked for; undefined with a database of one's own. */
  readonly dataFolder: string | undefined;
  /** Ends it: what is under way is saved and told, everybody is told to come back, and the database is left in order. Safe to call twice. */
  stop(): Promise<void>;
}

interface Database {
  readonly address: PostgresOptions['address'];
  readonly folder: string | undefined;
  stop(): Promise<void>;
}

async function startDatabase({ databaseUrl, dataFolder }: RelayOptions, log: Logger): Promise<Database> {
  if (databaseUrl !== undefined) return { address: databaseUrl, folder: undefined, stop: () => Promise.resolve() };
  if (dataFolder === undefined)
    throw new StartError('There is no place to keep anything: set DESKBELL_DATA to a folder, or DATABASE_URL to a PostgreSQL.');
  const { address, folder, stop } = await startEmbedded(dataFolder, { tell: (sentence) => log.warn(sentence) });
  return { address, folder, stop };
}

async function secretOf({ secret, dataFolder }: RelayOptions, folder: string | undefined): Promise<string> {
  if (secret !== undefined && secret.length < 32)
    throw new StartError('The secret is too short: DESKBELL_SECRET has to be 32 characters or longer.');
  const place = folder ?? dataFolder;
  if (secret === undefined && place === undefined)
    throw new StartError('Set DESKBELL_SECRET, or DESKBELL_DATA to a folder that it can be kept in, so that customers stay known.');
  return secret ?? keptSecret(place ?? '');
}

async function openHub({ natsUrl, databaseUrl, secret }: RelayOptions, log: Logger): Promise<Hub> {
  if (natsUrl === undefined) return new LocalHub(log);
  // Each would have a database and a secret of its own, and people would be strangers at the next relay.
  if (databaseUrl === undefined || secret === undefined)
    throw new StartError('With NATS_URL there are several relays: give all of them the same DATABASE_URL and the same DESKBELL_SECRET.');
  return openNatsHub(natsUrl, log);
}

/** Ends things in the opposite order to that in which they were begun. */
class Undo {
  readonly #steps: (() => Promise<void>)[] = [];
  #ended: Promise<void> | undefined;

  add(step: () => Promise<void>): void {
    this.#steps.unshift(step);
  }

  run(): Promise<void> {
    return (this.#ended ??= this.#runAll());
  }

  async #runAll(steps: readonly (() => Promise<void>)[] = this.#steps): Promise<void> {
    const [step, ...rest] = steps;
    if (!step) return;
    try {
      await step();
    } finally {
      // A step that fails must not leave a database running behind it.
      await this.#runAll(rest);
    }
  }
}

async function begin(options: RelayOptions, undo: Undo): Promise<Omit<Relay, 'stop'>> {
  const { settings, port = 8_787, assets = [], log = createLog(), now = Date.now } = options;
  const hub = await openHub(options, log);
  undo.add(() => hub.close());
  const database = await startDatabase(options, log);
  undo.add(() => database.stop());
  const secret = await secretOf(options, database.folder);
  const store = await openPostgresStore({ address: database.address });
  undo.add(() => store.close());
  await options.prepare?.(store);
  const files = openFiles(options, database.folder ?? options.dataFolder, secret, now);
  const directory = new Directory(await withSaved(settings, store), files !== undefined);
  const tokens = new Tokens(directory, new CustomerTokens(secret, now), now);
  const metrics = new Metrics();
  metrics.watchProcess();
  const known = { store, now, log, newId: () => v7() };
  const workspaces = settings.workspaces.map(({ id }) => id);
  const vault = await openVault(known, options, database.folder ?? options.dataFolder, workspaces);
  const reader = new WinkReader();
  undo.add(() => reader.close());
  const ai = { model: options.model && new OpenAiModel(options.model), reader };
  const server = new RelayServer(
    { ...known, hub, vault, directory, tokens, metrics, ai, callBot, files, scanner: openScanner(options) },
    { ...options, port, assets: await readAssets(...assets) },
  );
  const listened = await server.listen();
  undo.add(() => server.close());
  const tick = setInterval(() => server.tick(), TICK);
  const flush = setInterval(() => server.flush(), PAUSE);
  undo.add(() => Promise.resolve([tick, flush].forEach((each) => clearInterval(each))));
  return { url: `http://localhost:${String(listened)}`, port: listened, dataFolder: database.folder };
}

/** Starts a relay with everything it stands on. Throws a StartError, DataFolderError or SettingsError whose message says what to do. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const undo = new Undo();
  try {
    return { ...(await begin(options, undo)), stop: () => undo.run() };
  } catch (fault) {
    await undo.run();
    throw fault;
  }
}
