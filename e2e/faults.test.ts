import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import fc from 'fast-check';
import { texts } from '../packages/client/src/testing/texts.js';
import { testDatabase } from './database.js';
import { openNetwork } from './network.js';
import { relayProcess } from './relay-process.js';
import { AgentPage, CustomerBrowser, until } from './sessions.js';

// Two people on real sessions talk through the real relay, while networks break, the relay is killed and the database goes away.

const database = await testDatabase();
const relay = await relayProcess(database.url);
const networks = { customer: await openNetwork(), agent: await openNetwork() };
networks.customer.lead(relay.port);
networks.agent.lead(relay.port);

after(async () => {
  await Promise.all([networks.customer.close(), networks.agent.close()]);
  await relay.kill();
});

/** As a person does who is told that it did not work just now. */
const persist = (act: () => Promise<void>): Promise<void> =>
  act().catch((error: unknown) => {
    if (error instanceof RelayError && error.code === 'unavailable') return persist(act);
    throw error;
  });

/** A customer and an agent who are talking to each other. */
class Talk {
  readonly customer = new CustomerBrowser(networks.customer);
  readonly agent = new AgentPage(networks.agent, 'ana');
  id = '';

  private readonly said = { customer: [] as string[], agent: [] as string[] };

  async begin(): Promise<void> {
    this.agent.session.connect();
    this.customer.session.start({ name: 'Clara' });
    await until(this.customer.session, (state) => state.conversation?.log.summary.phase === 'waiting', 'a place in the queue');
    this.id = this.customer.session.state.conversation?.log.summary.id ?? '';
    await until(this.agent.session, ({ waiting }) => waiting.some(({ id }) => id === this.id), 'the customer in the tray');
    await persist(() => this.agent.session.accept(this.id));
    await until(this.agent.session, ({ views }) => views.has(this.id), 'the log of the conversation');
    await until(this.customer.session, (state) => state.conversation?.log.summary.phase === 'active', 'an agent');
  }

  sayAsCustomer(): void {
    const text = `customer ${this.said.customer.length + 1}`;
    this.said.customer.push(text);
    this.customer.session.say(text);
  }

  sayAsAgent(): void {
    const text = `agent ${this.said.agent.length + 1}`;
    this.said.agent.push(text);
    this.agent.session.say(this.id, text);
  }

  resend(): void {
    for (const { id, state } of this.agent.session.state.views.get(this.id)?.pending ?? []) {
      if (state === 'failed') this.agent.session.resend(this.id, id);
    }
  }

  /** Everything works again: waits until nothing is on its way any more, and both have the same to look at. */
  async settle(): Promise<void> {
    await Promise.all([networks.customer.mend(), networks.agent.mend()]);
    this.customer.page.sign('online');
    this.agent.page.sign('online');
    // The start, the acceptance, and what was said.
    const expected = 2 + this.said.customer.length + this.said.agent.length;
    const unsubscribe = this.agent.session.subscribe(() => this.resend());
    this.resend();
    await Promise.all([
      until(
        this.customer.session,
        ({ conversation }) => conversation?.pending.length === 0 && conversation.log.events.length >= expected,
        `the customer to have all ${expected} events`,
      ),
      until(
        this.agent.session,
        ({ views }) => views.get(this.id)?.pending.length === 0 && (views.get(this.id)?.log.events.length ?? 0) >= expected,
        `the agent to have all ${expected} events`,
      ),
    ]).catch((error: unknown) => {
      const { session } = this.agent;
      const sides = {
        customer: [this.customer.session.state.connection, texts(this.customer.session.state.conversation)],
        agent: [session.state.connection, texts(session.state.views.get(this.id))],
      };
      throw new Error(JSON.stringify(sides, null, 1), { cause: error });
    });
    unsubscribe();
  }

  check(): void {
    const seen = (events: readonly SeenEvent[] = []) => events.map((event) => (event.type === 'event.hidden' ? event.seq : event));
    const customers = this.customer.session.state.conversation?.log.events;
    const agents = this.agent.session.state.views.get(this.id)?.log.events;
    assert.deepEqual(seen(customers), seen(agents), 'both sides hold the same log');
    assert.deepEqual(
      agents?.map(({ seq }) => seq),
      agents?.map((_event, index) => index + 1),
      'without gap or repeat',
    );
    const texts = agents?.flatMap((event) => (event.type === 'message.sent' ? [event.text] : [])) ?? [];
    const by = (side: string) => texts.filter((text) => text.startsWith(side));
    // What an agent resends takes its new place at the end; a customer's messages keep their order whatever happens.
    assert.deepEqual(by('customer'), this.said.customer, 'every message of the customer once, in order');
    assert.deepEqual(by('agent').sort(), [...this.said.agent].sort(), 'every message of the agent once');
  }

  async end(): Promise<void> {
    await persist(() => this.agent.session.end(this.id));
    await persist(() => this.agent.session.dispose(this.id, 'resolved', ''));
  }

  leave(): void {
    this.customer.session.destroy();
    this.agent.session.destroy();
  }
}

const STEPS = {
  sayAsCustomer: (talk: Talk) => talk.sayAsCustomer(),
  sayAsAgent: (talk: Talk) => talk.sayAsAgent(),
  resend: (talk: Talk) => talk.resend(),
  cutCustomer: () => networks.customer.cut(),
  cutAgent: () => networks.agent.cut(),
  holdCustomer: () => networks.customer.hold(),
  mendCustomer: async (talk: Talk) => {
    await networks.customer.mend();
    talk.customer.page.sign('online');
  },
  mendAgent: async (talk: Talk) => {
    await networks.agent.mend();
    talk.agent.page.sign('online');
  },
  releaseCustomer: () => networks.customer.release(),
  reloadCustomer: (talk: Talk) => talk.customer.reload(),
  killRelay: async () => {
    await relay.kill();
    await relay.start();
  },
  restartDatabase: async () => {
    await database.stop();
    await database.start();
  },
  letThingsHappen: () => new Promise<void>((resolve) => setImmediate(resolve)),
} satisfies Record<string, (talk: Talk) => unknown>;

type Step = keyof typeof STEPS;

const often = (...steps: Step[]) => ({ weight: 6, arbitrary: fc.constantFrom(...steps) });
const rarely = (...steps: Step[]) => ({ weight: 1, arbitrary: fc.constantFrom(...steps) });
const step = fc.oneof(
  often('sayAsCustomer', 'sayAsAgent', 'sayAsCustomer', 'sayAsAgent', 'resend', 'letThingsHappen'),
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step>(
      'cutCustomer',
      'cutAgent',
      'mendCustomer',
      'mendAgent',
      'reloadCustomer',
      'holdCustomer',
      'releaseCustomer',
    ),
  },
  rarely('killRelay', 'restartDatabase'),
);

async function play(steps: readonly Step[]): Promise<void> {
  const talk = new Talk();
  try {
    await talk.begin();
    for (const name of steps) await STEPS[name](talk);
    await talk.settle();
    talk.check();
    await talk.end();
  } finally {
    talk.leave();
  }
}

const RUNS = Number(process.env.FAULT_RUNS ?? 20);

test(`DLV 5 whatever fails, both sides end with the same log, and everything said is in it once (${RUNS} schedules)`, async (t) => {
  const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000_000);
  t.diagnostic(`FAULT_SEED=${seed}`);
  const schedule = fc.array(step, { minLength: 6, maxLength: 24 });
  await fc.assert(fc.asyncProperty(schedule, play), { seed, numRuns: RUNS, endOnFailure: true });
});

test('DLV 5 the relay is killed in the middle of a burst', async () => {
  await play([
    'sayAsCustomer',
    'sayAsAgent',
    'sayAsCustomer',
    'sayAsCustomer',
    'letThingsHappen',
    'sayAsAgent',
    'killRelay',
    'sayAsCustomer',
    'sayAsAgent',
  ]);
});

test('DLV 5 the database is restarted in the middle of a burst', async () => {
  await play([
    'sayAsAgent',
    'sayAsCustomer',
    'sayAsCustomer',
    'sayAsAgent',
    'restartDatabase',
    'sayAsCustomer',
    'sayAsAgent',
    'sayAsCustomer',
  ]);
});

test('DLV 2 what a customer wrote without a network goes out after a reload, by itself and once', async () => {
  await play(['cutCustomer', 'sayAsCustomer', 'sayAsCustomer', 'reloadCustomer', 'sayAsCustomer', 'mendCustomer']);
});

test('DLV 2 a connection that went dead without a word is found, and nothing is lost in it', async () => {
  await play(['holdCustomer', 'sayAsCustomer', 'sayAsAgent', 'sayAsCustomer']);
});

test('DLV 2 what was sent twice, as it seemed lost and was only late, is there once', async () => {
  await play(['sayAsCustomer', 'holdCustomer', 'sayAsCustomer', 'sayAsCustomer', 'reloadCustomer', 'sayAsCustomer', 'releaseCustomer']);
});
