import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { testNats, withoutNats } from '../packages/relay/src/testing/nats.js';
import { testBrowser } from './browser.js';
import { testDatabase } from './database.js';
import { testDemo } from './demo.js';
import { openNetwork, type Network } from './network.js';
import { agent, assertQuiet, customer } from './people.js';
import { relayProcess, type RelayProcess } from './relay-process.js';
import { Talk } from './talk.js';

// Many relays on one database, joined by NATS: who is on which is nobody's concern, nor is it when one of them is killed.

const nats = await testNats();

describe('people on different relays', { skip: withoutNats, concurrency: false }, () => {
  test('DLV 5 a customer and an agent on different relays talk, and go on when the agent’s relay is killed', async () => {
    const database = await testDatabase();
    const networks = { shop: await openNetwork(), desk: await openNetwork() };
    after(() => Promise.all([networks.shop.close(), networks.desk.close()]));
    const shared = { databaseUrl: database.url, natsUrl: nats.url, networks };
    const first = await testDemo(shared);
    const second = await testDemo(shared);
    networks.shop.lead(first.port);
    networks.desk.lead(second.port);
    const browser = await testBrowser();
    const [shop, desk] = [await browser.person(), await browser.person()];
    const ana = await agent(desk, `${networks.desk.url}/desk?as=ana`);
    const maya = await customer(shop, `${networks.shop.url}/shop`);
    await maya.introduce('Maya Lindqvist');
    await maya.say('Is the blanket wool?');
    await ana.accept('Maya Lindqvist');
    await maya.window.getByText('You are talking with Ana Sousa').waitFor();
    await ana.say('Pure wool.');
    await maya.message('Pure wool.').waitFor();

    // From here on what stands before the relays leads agents to the other one, which nobody of them was on.
    networks.desk.lead(first.port);
    await second.kill();
    await maya.say('And the throw?');
    await ana.message('And the throw?').waitFor();
    await ana.say('That too.');
    await maya.message('That too.').waitFor();
    for (const text of ['Is the blanket wool?', 'Pure wool.', 'And the throw?', 'That too.']) {
      assert.deepEqual([await maya.message(text).count(), await ana.message(text).count()], [1, 1], text);
    }
    assertQuiet(shop, desk);
    await Promise.all([shop.close(), desk.close()]);
  });

  test('DLV 5 pairs on three relays write, one relay is killed, NATS is started anew: every log is the same on both sides', async (t) => {
    const database = await testDatabase();
    const relays: RelayProcess[] = [];
    for (let count = 0; count < 3; count += 1) relays.push(await relayProcess(database.url, nats.url));
    const ways = relays.map((): Network[] => []);
    const wayTo = async (index: number): Promise<Network> => {
      const way = await openNetwork();
      way.lead(relays[index % relays.length]?.port ?? 0);
      ways[index % relays.length]?.push(way);
      return way;
    };
    const talks: Talk[] = [];
    for (let index = 0; index < 6; index += 1) {
      talks.push(new Talk({ customer: await wayTo(index), agent: await wayTo(index + 1) }, `agent-${String(index)}`));
    }
    after(async () => {
      for (const talk of talks) talk.leave();
      await Promise.all(ways.flat().map((way) => way.close()));
      await Promise.all(relays.map((relay) => relay.kill()));
    });
    await Promise.all(talks.map((talk) => talk.begin()));
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000_000);
    t.diagnostic(`FAULT_SEED=${seed}`);
    const steps = fc.sample(fc.tuple(fc.constantFrom(...talks), fc.boolean()), { numRuns: 240, seed });
    const write = async (): Promise<void> => {
      for (const [talk, isCustomers] of steps.splice(0, 60)) {
        if (isCustomers) talk.sayAsCustomer();
        else talk.sayAsAgent();
        await turn();
      }
    };
    const agree = async (): Promise<void> => {
      await Promise.all(talks.map((talk) => talk.settle()));
      for (const talk of talks) talk.check();
    };
    await write();
    // Whoever was on the first goes to the second; what stands before relays in the world does the same.
    const [gone, heir] = relays;
    await gone?.kill();
    for (const way of ways[0] ?? []) way.lead(heir?.port ?? 0);
    await write();
    await nats.stop();
    await write();
    await nats.start();
    // Nobody writes any more: what was missed has to come without a later message that would show the gap.
    await agree();
    await write();
    await agree();
  });
});
