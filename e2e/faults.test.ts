import { after, test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from './database.js';
import { openNetwork } from './network.js';
import { relayProcess } from './relay-process.js';
import { Talk } from './talk.js';

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
  // Nobody reloads a page that has not even asked what it keeps.
  reloadCustomer: async (talk: Talk) => {
    await new Promise((resolve) => setImmediate(resolve));
    talk.customer.reload();
  },
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
  const talk = new Talk(networks);
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
  await fc.assert(fc.asyncProperty(schedule, play), { seed, numRuns: RUNS, endOnFailure: true, includeErrorInReport: true });
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
