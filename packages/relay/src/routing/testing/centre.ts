import assert from 'node:assert/strict';
import type { Command } from '@deskbell/protocol/commands.js';
import { v7 } from 'uuid';
import { checkSettings } from '../../settings/check-settings.js';
import type { WorkspaceSettings } from '../../settings/schema/workspace.js';
import { Pool } from '../../store/pool.js';
import { openPostgresStore } from '../../store/postgres-store.js';
import type { ConversationRow, Store } from '../../store/store.js';
import type { TestClient } from '../../testing/client.js';
import { testDatabase } from '../../testing/database.js';
import { TestRelay } from '../../testing/relay.js';
import { testSettings } from '../../testing/settings.js';
import { checkAlways, checkKept, checkRest, checkStep, heldByGone } from './invariants.js';
import { MODEL } from './model-settings.js';
import { PERMITS } from './permits.js';
import { takeSnapshot, type Snapshot } from './snapshot.js';
import { QUEUES, type Step } from './steps.js';

const LIMITS = { messageBurst: 1e6, frameBurst: 1e6, connectionsPerAddress: 1e6, connectionsPerPerson: 1e6 };

interface Customer {
  readonly id: string;
  readonly token: string;
  readonly conversation: string;
  client: TestClient;
}

type DoneByAgent = Extract<Step, { which: number }>;

const to = (step: Extract<Step, { do: 'to-queue' | 'to-agent' }>) =>
  step.do === 'to-queue' ? { queue: step.queue } : { agent: step.agent };

/** A contact centre on the real relay and database: does what happens, and looks after each thing whether everything is as it has to be. */
export class Centre {
  readonly #settings: WorkspaceSettings = checkSettings(testSettings(MODEL)).workspaces[0]!;
  readonly #clock = { now: Date.UTC(2026, 10, 21, 12) };
  readonly #store: Store;
  readonly #tables: Pool;
  readonly #customers: Customer[] = [];
  readonly #agents = new Map<string, TestClient>();
  /** What was accepted of what was written, by conversation. */
  readonly #written = new Map<string, string[]>();
  readonly #unsure = new Set<string>();
  #since = 0;
  #relay!: TestRelay;
  #last!: Snapshot;

  private constructor(store: Store, tables: Pool) {
    this.#store = store;
    this.#tables = tables;
  }

  static async open(): Promise<Centre> {
    const address = await testDatabase();
    const centre = new Centre(await openPostgresStore({ address }), new Pool(address, 2));
    await centre.#start();
    centre.#last = await centre.#look();
    return centre;
  }

  async close(): Promise<void> {
    await this.#relay.stop();
    await this.#store.close();
    await this.#tables.end();
  }

  async perform(step: Step): Promise<void> {
    if (step.do === 'pass') for (let left = step.seconds; left > 0; left -= 4) await this.#pass(Math.min(left, 4) * 1_000);
    else {
      await this.#do(step, true);
      await this.#check();
    }
  }

  async #start(): Promise<void> {
    const options = { settings: MODEL, clock: this.#clock, limits: LIMITS };
    this.#relay = await new TestRelay(this.#store, options).listen();
    this.#since = this.#clock.now;
    this.#relay.pass(0);
  }

  async #pass(ms: number): Promise<void> {
    this.#relay.pass(ms);
    await this.#check();
    // Nobody who has been gone for too long has anything.
    if (this.#last.at - this.#since >= this.#settings.inactivitySeconds * 1_000)
      assert.deepEqual(heldByGone(this.#settings, this.#last), []);
  }

  #look(): Promise<Snapshot> {
    return takeSnapshot(this.#tables, QUEUES, this.#clock.now);
  }

  async #check(): Promise<void> {
    await this.#relay.settle();
    const now = await this.#look();
    checkAlways(this.#settings, now);
    checkRest(this.#settings, now);
    checkKept(this.#last, now);
    checkStep(this.#settings, this.#last, now);
    assert.deepEqual(now.rows.map(({ id }) => id).sort(), this.#customers.map(({ conversation }) => conversation).sort());
    for (const [conversation, ids] of this.#written) {
      const said = now.logs.get(conversation)?.filter(({ type, by }) => type === 'message.sent' && by.role !== 'system');
      assert.deepEqual(said?.flatMap(({ id }) => (this.#unsure.has(id) ? [] : [id])).sort(), ids.sort());
    }
    for (const row of now.rows) this.#checkWindow(row);
    assert.deepEqual(
      this.#relay.logged.filter((line) => line.includes('"level":"error"') || line.includes('"level":50')),
      [],
    );
    this.#last = now;
  }

  /** A customer who is there has been told everything since their window opened, once, in order. What it began with may be told again. */
  #checkWindow({ id, seq }: ConversationRow): void {
    const { client } = this.#customers.find(({ conversation }) => conversation === id)!;
    const start = client.of('conversation.opened').at(-1)?.conversation ?? client.of('session.opened').at(-1)?.conversation;
    if (!client.isOpen || !start) return;
    const told = client.received.flatMap((event) =>
      'seq' in event && event.conversation === id && event.seq > start.seq ? [event.seq] : [],
    );
    assert.deepEqual(
      told,
      Array.from({ length: seq - start.seq }, (_, index) => start.seq + 1 + index),
    );
  }

  /** @param alone - Nothing else happens meanwhile, so that it is known whether it is permitted. */
  async #do(step: Step, alone: boolean): Promise<void> {
    switch (step.do) {
      case 'come':
        return this.#come(step.site);
      case 'say':
      case 'leave':
        return this.#doAsCustomer(step, alone);
      case 'sign-in':
        if (!this.#agents.get(step.by)?.isOpen) this.#agents.set(step.by, await this.#relay.agent({ id: step.by, name: step.by }));
        return;
      case 'vanish':
        return this.#vanish(step.by);
      case 'sign-out':
        return this.#doAsAgent(step.by, { type: 'session.leave' }, alone);
      case 'choose':
        return this.#doAsAgent(step.by, { type: 'status.set', status: step.status }, alone);
      case 'pass':
        return;
      case 'restart':
        return this.#restart(step.seconds);
      case 'at-once':
        await Promise.all(step.steps.map((each) => this.#do(each, false)));
        return;
      default:
        return this.#doToOne(step, alone);
    }
  }

  async #come(site: string): Promise<void> {
    const customer = await this.#store.createCustomer({ id: v7(), workspace: 'harbour', name: '', email: null, externalId: null });
    const { token } = await this.#relay.customers.issue(customer, site);
    const conversation = v7();
    const { client } = await this.#relay.returning({ id: customer.id, token });
    await client.ask({ type: 'conversation.start', id: v7(), conversation });
    this.#customers.push({ id: customer.id, token, conversation, client });
    this.#written.set(conversation, []);
  }

  async #doAsCustomer({ do: does, customer }: Extract<Step, { customer: number }>, alone: boolean): Promise<void> {
    const { client, conversation } = this.#customers.at(customer % Math.max(this.#customers.length, 1)) ?? {};
    if (!client?.isOpen || !conversation) return;
    const row = this.#last.rows.find(({ id }) => id === conversation);
    const permitted = alone && row ? row.phase === 'waiting' || row.phase === 'active' : undefined;
    if (does === 'say') await this.#write(client, conversation, permitted);
    else await this.#ask(client, { type: 'conversation.end', id: v7(), conversation }, permitted);
  }

  async #vanish(agent: string): Promise<void> {
    const client = this.#agents.get(agent);
    const before = this.#relay.server.connections;
    if (!client?.isOpen) return;
    client.end();
    await client.closed;
    // The relay hears of it a moment later.
    while (this.#relay.server.connections === before) await new Promise(setImmediate);
  }

  async #doAsAgent(by: string, command: Command, alone: boolean): Promise<void> {
    const client = this.#agents.get(by);
    const agent = this.#last.agents.find(({ id }) => id === by);
    if (!client?.isOpen) return;
    const permitted = command.type === 'session.leave' ? agent?.ongoing === 0 : (agent?.prepUntil ?? 0) <= this.#clock.now;
    await this.#ask(client, command, alone ? permitted : undefined);
  }

  async #doToOne(step: DoneByAgent, alone: boolean): Promise<void> {
    const client = this.#agents.get(step.by);
    const open = this.#last.rows.filter(({ phase }) => phase !== 'closed');
    const own = open.filter(({ agent, offer }) => agent?.id === step.by || offer?.agent.id === step.by);
    const some = step.own && own.length > 0 ? own : open;
    const row = some[step.which % Math.max(some.length, 1)];
    const agent = this.#last.agents.find(({ id }) => id === step.by);
    if (!client?.isOpen || !row || !agent) return;
    const permitted = alone ? PERMITS[step.do](row, agent, step, { settings: this.#settings, last: this.#last }) : undefined;
    if (step.do === 'write') await this.#write(client, row.id, permitted);
    else await this.#ask(client, this.#commandOf(step, row), permitted);
  }

  #commandOf(step: DoneByAgent, { id: conversation, queue }: ConversationRow): Command {
    const about = { id: v7(), conversation };
    switch (step.do) {
      case 'write':
        return { type: 'message.send', ...about, text: 'word' };
      case 'reject':
        return { type: 'offer.reject', ...about };
      case 'dispose':
        return { type: 'conversation.dispose', ...about, disposition: queue.id === 'auto' ? 'pending' : 'resolved' };
      case 'snooze':
        return { type: 'conversation.snooze', ...about, until: this.#clock.now + step.seconds * 1_000 };
      case 'to-queue':
      case 'to-agent':
        return { type: 'conversation.transfer', ...about, to: to(step) };
      default:
        return { type: `conversation.${step.do}`, ...about };
    }
  }

  async #write(client: TestClient, conversation: string, permitted: boolean | undefined): Promise<void> {
    const id = v7();
    const code = await this.#ask(client, { type: 'message.send', id, conversation, text: 'word' }, permitted);
    if (code === undefined) this.#written.get(conversation)?.push(id);
    if (code === 'closed') this.#unsure.add(id);
  }

  async #ask(client: TestClient, command: Command, permitted: boolean | undefined): ReturnType<TestClient['ask']> {
    const code = await client.ask(command);
    const performed = code === (command.type === 'session.leave' ? 'closed' : undefined);
    if (permitted !== undefined) assert.equal(performed, permitted, `${JSON.stringify(command)} led to ${code ?? 'no refusal'}`);
    return code;
  }

  /** The relay goes, time passes, and another one comes; so does everybody who was there. */
  async #restart(seconds: number): Promise<void> {
    const there = [...this.#agents].filter(([, { isOpen }]) => isOpen).map(([id]) => id);
    await this.#relay.stop();
    this.#clock.now += seconds * 1_000;
    await this.#start();
    for (const id of there) this.#agents.set(id, await this.#relay.agent({ id, name: id }));
    for (const customer of this.#customers) ({ client: customer.client } = await this.#relay.returning(customer));
    this.#relay.pass(0);
  }
}
