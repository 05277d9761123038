import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeOffer } from './agreement.js';
import { toText } from './signal.js';
import { twoEnds } from './testing/two-ends.js';
import type { SimulatedRelay } from './testing/simulated-relay.js';
import { until } from './testing/until.js';

const said = ['one', 'two', 'three', 'four'];

/** What a relay that means harm does to records of the customer, once. */
const attacks: Record<string, (relay: SimulatedRelay) => void> = {
  'turned round': (relay) => {
    const held: Uint8Array[] = [];
    relay.forge = (record, from) =>
      from === 'customer' && record[0] === 0 && held.push(record) < 3 ? [] : [record, ...held.splice(0).reverse()];
  },
  'cut out': (relay) => {
    let count = 0;
    relay.forge = (record, from) => (from === 'customer' && record[0] === 0 && count++ === 1 ? [] : [record]);
  },
  'cut short': (relay) => {
    relay.forge = (record, from) => [from === 'customer' && record[0] === 0 ? record.slice(0, -1) : record];
  },
  'cut to nothing': (relay) => {
    relay.forge = (record, from) => [from === 'customer' && record[0] === 0 ? record.slice(0, 3) : record];
  },
  'changed by a bit': (relay) => {
    relay.forge = (record, from) => [from === 'customer' && record[0] === 0 ? record.with(8, (record[8] ?? 0) ^ 1) : record];
  },
  'called by another name': (relay) => {
    relay.forge = (record, from) => [from === 'customer' && record[0] === 0 ? record.with(0, 1) : record];
  },
  'made up': (relay) => {
    relay.forge = (record, from) => (from === 'customer' && record[0] === 0 ? [new Uint8Array(40)] : [record]);
  },
  'sent back to whom they came from': (relay) => {
    relay.forge = (record, from) => {
      if (from === 'customer' && record[0] === 0) setImmediate(() => relay.slip('agent', record));
      return [record];
    };
  },
};

for (const [what, attack] of Object.entries(attacks)) {
  test(`COB 3 records that were ${what} are noticed: nothing wrong comes out, and the two begin anew`, async (t) => {
    const { relay, clock, customer, agent } = await twoEnds(t);
    attack(relay);
    customer.say(...said);
    for (let look = 0; relay.meetings < 2; look += 1) {
      assert.ok(look < 200, 'they did not begin anew');
      await clock.pass(100);
    }
    relay.forge = (record) => [record];
    await clock.pass(5_000);
    await until(() => customer.channel.way === 'relay' && agent.channel.way === 'relay');
    // What came out is what was said, from the beginning and without a hole.
    assert.deepEqual(agent.texts, said.slice(0, agent.texts.length));
    assert.ok(agent.texts.length < said.length || what.startsWith('sent back'));
    for (const { told } of [customer, agent]) assert.deepEqual([told.length > 1, new Set(told)], [true, new Set(['met'])]);
    customer.say('well again');
    await until(() => agent.texts.includes('well again'));
  });
}

test('COB 3 records that are played again are dropped, in the same meeting and in a later one', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t);
  customer.say(...said);
  await until(() => agent.frames.length === said.length);
  const before = relay.byRelay.filter(([kind]) => kind === 0);
  for (const record of before) relay.slip('customer', record);
  customer.say('five');
  await until(() => agent.frames.length === 5);
  assert.deepEqual([agent.texts, agent.told], [[...said, 'five'], ['met']]);
  relay.restart();
  await clock.pass(1_000);
  for (const record of before) relay.slip('customer', record);
  customer.say('six');
  await until(() => agent.frames.length === 6);
  assert.deepEqual(agent.texts, [...said, 'five', 'six']);
});

test('COB 3 a relay that puts a key of its own between the two is noticed by what binds the first to theirs', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t);
  const { own } = await makeOffer();
  relay.forgeSignal = (data, from) => {
    const signal = JSON.parse(data) as { key?: string };
    return JSON.stringify(from === 'customer' && signal.key ? { ...signal, key: toText(own) } : signal);
  };
  relay.slip('customer', new Uint8Array(40));
  await clock.pass(30_000);
  assert.ok(relay.meetings > 2, 'they go on trying');
  // Nobody is met again; whether it is the relay or the other that is not there depends on the moment.
  assert.match(agent.told.slice(0, 3).join(), /^met,parted (away|unreachable)$/);
  assert.equal(agent.channel.safety, undefined);
  customer.say('nobody else hears');
  assert.deepEqual(agent.frames, []);
});
