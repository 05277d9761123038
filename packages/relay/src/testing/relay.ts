import { mkdtemp, rm } from 'node:fs/promises';
import type { TestContext } from 'node:test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Model } from '../ai/model.js';
import { WinkReader } from '../ai/wink-reader.js';
import type { HttpLimits } from '../app.js';
import { CustomerTokens } from '../auth/customer-tokens.js';
import { Tokens } from '../auth/tokens.js';
import { callBot, type CallBot } from '../bot/call-bot.js';
import { LocalFiles } from '../files/local-files.js';
import type { FilesPort } from '../files/port.js';
import type { Scanner } from '../files/scanner.js';
import { Signatures } from '../files/signatures.js';
import type { readAssets } from '../http/assets.js';
import type { Hub } from '../hub/hub.js';
import { LocalHub } from '../hub/local-hub.js';
import { createLog } from '../log.js';
import { Metrics } from '../metrics.js';
import { RelayServer } from '../relay-server.js';
import { Directory } from '../settings/directory.js';
import { checkSettings } from '../settings/check-settings.js';
import type { Limits } from '../sockets/limits.js';
import { openPostgresStore } from '../store/postgres-store.js';
import type { ConversationRow, Store } from '../store/store.js';
import type { Vault } from '../vault/vault.js';
import { TestClient } from './client.js';
import { testDatabase } from './database.js';
import { DESK, SHOP, testSettings } from './settings.js';
import { agentToken } from './tokens.js';
import { testVault } from './vault.js';

const SECRET = 'the secret of the relay, known to nobody else';

/** Relays look at what is due much more often than they say who is there. */
const STEP = 4_000;

/** A hub that tells how many topics somebody listens to. */
type CountedHub = Hub & { readonly size: number };

export interface TestRelayOptions {
  readonly limits?: Partial<Limits>;
  readonly httpLimits?: Partial<HttpLimits>;
  readonly assets?: Awaited<ReturnType<typeof readAssets>>;
  /** The store of another relay of the same database; a fresh one where left out. */
  readonly store?: Store;
  /** What joins it to other relays; it is the only one where left out. */
  readonly hub?: CountedHub;
  /** What is different in the settings of `harbour`. */
  readonly settings?: Parameters<typeof testSettings>[0];
  /** How long colleagues are told nothing after they were told something, ms; not at all where left out. */
  readonly pause?: number;
  /** The clock of another relay. */
  readonly clock?: { now: number };
  /** What writes; nothing where left out. */
  readonly model?: Model;
  /** In place of AI agents over HTTP. */
  readonly callBot?: CallBot;
  /** The folder of its files, or another place for them; it has none where left out. */
  readonly files?: string | FilesPort;
  /** What looks at files. */
  readonly scanner?: Scanner;
  /** How many proxies stand before it, so that tests may come from any address. */
  readonly proxies?: number;
  /** Changes the store before the relay gets it, for instance so that it fails. */
  readonly wrap?: (store: Store) => Store;
}

/** A customer's socket, open, and who they are. */
export interface TestCustomer {
  readonly client: TestClient;
  readonly id: string;
  readonly token: string;
}

/** The real relay on the real database, with a clock of the test's own. Ended with the test. */
export class TestRelay {
  /** What the relay takes for the time. */
  readonly clock: { now: number };
  /** Every line of the relay's log. */
  readonly logged: string[] = [];
  readonly metrics = new Metrics();
  readonly hub: CountedHub;
  readonly directory: Directory;
  readonly server: RelayServer;
  readonly customers: CustomerTokens;
  readonly store: Store;
  url = '';
  readonly vault: Vault;
  readonly #clients: TestClient[] = [];
  readonly #reader = new WinkReader();

  constructor(store: Store, options: TestRelayOptions) {
    this.clock = options.clock ?? { now: Date.UTC(2026, 10, 21, 12) };
    const now = (): number => this.clock.now;
    const log = createLog('debug', { write: (line: string) => void this.logged.push(line) });
    const { files } = options;
    const directory = new Directory(checkSettings(testSettings(options.settings)), files !== undefined);
    this.store = store;
    this.vault = testVault(store, now);
    this.hub = options.hub ?? new LocalHub(log);
    this.customers = new CustomerTokens(SECRET, now);
    this.directory = directory;
    const deps = {
      store: options.wrap?.(store) ?? store,
      hub: this.hub,
      directory,
      tokens: new Tokens(directory, this.customers, now),
      metrics: this.metrics,
      log,
      now,
      ai: { model: options.model, reader: this.#reader },
      newId: () => v7(),
      callBot: options.callBot ?? callBot,
      files: typeof files === 'string' ? new LocalFiles(files, new Signatures(SECRET, now)) : files,
      scanner: options.scanner,
      vault: this.vault,
    };
    this.server = new RelayServer(deps, { host: '127.0.0.1', port: 0, assets: new Map(), pause: 0, ...options });
  }

  async listen(): Promise<this> {
    this.url = `http://127.0.0.1:${String(await this.server.listen())}`;
    return this;
  }

  /** Lets time pass, and the relay look at what is due. */
  pass(ms: number): void {
    this.clock.now += ms;
    this.server.tick();
  }

  /** Lets time pass as it does: with everybody's heartbeats, and with what is due done when it is due. */
  async wait(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= STEP) {
      this.pass(Math.min(left, STEP));
      await this.settle();
    }
  }

  /** Settles when nothing is under way by itself, and everybody has heard of it. */
  async settle(): Promise<void> {
    await this.server.idle();
    await Promise.all(this.#clients.filter(({ isOpen }) => isOpen).map((client) => client.beat()));
  }

  async row(conversation: string): Promise<ConversationRow> {
    const row = await this.store.conversation('harbour', conversation);
    if (!row) throw new Error(`there is no conversation ${conversation}`);
    return row;
  }

  /** A socket that has not said anything. */
  connect(headers: Record<string, string> = { origin: SHOP }): Promise<TestClient> {
    const client = new TestClient(`${this.url.replace('http', 'ws')}/v1/socket`, headers);
    this.#clients.push(client);
    return client.connected();
  }

  post(body: unknown, headers: Record<string, string> = { origin: SHOP }): Promise<Response> {
    return this.#send('POST', '/v1/customers', body, headers);
  }

  put(path: string, body: unknown, token: string): Promise<Response> {
    return this.#send('PUT', path, body, { authorization: `Bearer ${token}` });
  }

  get(path: string, token?: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  }

  /** A new customer of the shop. */
  async customer(name = ''): Promise<TestCustomer> {
    const customer = await this.store.createCustomer({ id: v7(), workspace: 'harbour', name, email: null, externalId: null });
    const { token } = await this.customers.issue(customer, 'shop');
    return { ...(await this.returning({ id: customer.id, token })), token };
  }

  /** The same customer on another socket. */
  async returning({ id, token }: Pick<TestCustomer, 'id' | 'token'>): Promise<TestCustomer> {
    const client = await this.connect();
    await client.open(token);
    return { client, id, token };
  }

  /** An agent of the harbour. */
  async agent(options: Parameters<typeof agentToken>[0] = {}): Promise<TestClient> {
    const client = await this.connect({ origin: DESK });
    await client.open(await agentToken(options));
    return client;
  }

  /** An agent who has chosen to be available. */
  async available(id: string, name = id): Promise<TestClient> {
    const agent = await this.agent({ id, name });
    await agent.ask({ type: 'status.set', status: 'available' });
    await this.server.idle();
    return agent;
  }

  /** A customer who waits. */
  async waiting(name?: string): Promise<TestCustomer & { conversation: string }> {
    const customer = await this.customer(name);
    const conversation = v7();
    await customer.client.ask({ type: 'conversation.start', id: v7(), conversation });
    await customer.client.next('conversation.opened');
    return { ...customer, conversation };
  }

  /** A customer and an agent who talk, both following. */
  async talking(): Promise<{ customer: TestCustomer; agent: TestClient; conversation: string }> {
    const agent = await this.agent();
    const { conversation, ...customer } = await this.waiting('Cleo');
    agent.say({ type: 'conversation.accept', id: v7(), conversation });
    await agent.next('conversation.accepted');
    await customer.client.next('conversation.accepted');
    agent.say({ type: 'conversation.follow', conversation });
    await agent.next('conversation.opened');
    return { customer, agent, conversation };
  }

  #send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(`${this.url}${path}`, { method, headers: { 'content-type': 'application/json', ...headers }, body: sent });
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.end();
    await this.server.close();
    await this.#reader.close();
    await this.hub.close();
  }
}

/** A folder for files, gone with the test. */
export async function testFolder(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbell-files-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a relay on a database of its own. */
export async function testRelay(test: TestContext, options: TestRelayOptions = {}): Promise<TestRelay> {
  const store = options.store ?? (await openPostgresStore({ address: await testDatabase() }));
  const relay = await new TestRelay(store, options).listen();
  test.after(async () => {
    await relay.stop();
    if (!options.store) await store.close();
  });
  return relay;
}
