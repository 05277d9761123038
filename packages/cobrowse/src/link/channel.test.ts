import assert from 'node:assert/strict';
import { test } from 'node:test';
import { End, twoEnds } from './testing/two-ends.js';
import { until } from './testing/until.js';

const letters = (count: number): string[] => Array.from({ length: count }, (_, index) => `word ${String(index)}`);

test('COB 3 frames of any size come out at the other end, in order and once, and the relay cannot read them', async (t) => {
  const { relay, customer, agent } = await twoEnds(t);
  assert.equal(customer.channel.way, 'relay');
  const large = 'x'.repeat(300_000);
  // Long enough that no sealed byte says them by chance.
  customer.say('the first word', '', large, 'the last word');
  agent.say('back again');
  await until(() => agent.frames.length === 4 && customer.frames.length === 1);
  assert.deepEqual(agent.texts, ['the first word', '', large, 'the last word']);
  assert.deepEqual(customer.texts, ['back again']);
  const passed = Buffer.concat(relay.byRelay);
  for (const word of ['the first', 'the last', 'xxxxxxxx', 'back again']) assert.equal(passed.includes(word), false);
  assert.ok(Math.max(...relay.byRelay.map(({ length }) => length)) <= 16_384);
});

test('COB 3 both ends can compare six digits, which are others at each meeting', async (t) => {
  const first = await twoEnds(t);
  const second = await twoEnds(t);
  assert.match(first.customer.channel.safety ?? '', /^\d{6}$/);
  assert.equal(first.customer.channel.safety, first.agent.channel.safety);
  assert.notEqual(first.customer.channel.safety, second.customer.channel.safety);
});

test('COB 3 what was said over the relay goes on over the data channel and back, with nothing lost, doubled or out of order', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t);
  const said = letters(300);
  customer.say(...said.slice(0, 100));
  relay.joinPeers();
  assert.deepEqual([customer.channel.way, agent.channel.way], ['peer', 'peer']);
  customer.say(...said.slice(100, 200));
  await until(() => agent.frames.length === 200);
  const passed = relay.byRelay.length;
  agent.say('heard');
  await until(() => customer.frames.length === 1);
  assert.equal(relay.byRelay.length, passed, 'past the relay');
  relay.partPeers();
  customer.say(...said.slice(200));
  await until(() => agent.frames.length === 300);
  await clock.pass(1_000);
  assert.deepEqual(agent.texts, said);
  assert.equal(customer.channel.waiting, 0);
  assert.deepEqual(customer.told, ['met']);
});

test('COB 3 a relay that restarts costs nothing that was sent', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t);
  customer.say('before');
  relay.restart();
  customer.say('meanwhile');
  await clock.pass(2_000);
  customer.say('after');
  await until(() => agent.frames.length === 3);
  assert.deepEqual([agent.texts, agent.told, relay.meetings], [['before', 'meanwhile', 'after'], ['met'], 2]);
});

test('COB 3 over a data channel it goes on without a gap while the relay is away', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t, (made) => (made.hasPeers = true));
  await until(() => customer.channel.way === 'peer' && agent.channel.way === 'peer');
  relay.isUp = false;
  relay.restart();
  await clock.pass(30_000);
  customer.say('still here');
  await until(() => agent.frames.length === 1);
  relay.isUp = true;
  await clock.pass(30_000);
  assert.equal(relay.meetings, 2);
  agent.say('so am I');
  await until(() => customer.frames.length === 1);
  assert.deepEqual([customer.told, agent.told], [['met'], ['met']]);
});

test('COB 3 a network that goes away for 20 s: both are told, what was under way is dropped, and all begins anew', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t, (made) => (made.hasPeers = true));
  await until(() => customer.channel.way === 'peer' && agent.channel.way === 'peer');
  relay.isUp = false;
  relay.isPeerSilent = true;
  relay.restart(1006);
  customer.say('lost');
  await clock.pass(20_000);
  assert.deepEqual(
    [customer.told, agent.told],
    [
      ['met', 'parted unreachable'],
      ['met', 'parted unreachable'],
    ],
  );
  assert.deepEqual([customer.channel.way, customer.channel.waiting], [undefined, 0]);
  relay.isUp = true;
  relay.isPeerSilent = false;
  await clock.pass(30_000);
  await until(() => agent.told.length === 3 && customer.told.length === 3);
  assert.equal(agent.told[2], 'met');
  customer.say('again');
  await until(() => agent.frames.length > 0);
  assert.deepEqual(agent.texts, ['again']);
});

test('COB 3 the next page begins anew with whoever is there, who is not told that anybody left', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t);
  customer.channel.close();
  const next = new End(relay, clock, 'customer');
  t.after(() => next.channel.close());
  await until(() => next.told.length === 1 && agent.told.length === 2);
  next.say('from the next page');
  await until(() => agent.frames.length === 1);
  assert.deepEqual(agent.told, ['met', 'met']);
});

test('COB 3 who goes and stays away is told of after a moment', async (t) => {
  const { clock, customer, agent } = await twoEnds(t);
  customer.channel.close();
  await clock.pass(6_000);
  assert.deepEqual(agent.told, ['met', 'parted away']);
  agent.say('nobody hears');
  assert.equal(agent.channel.waiting, 0);
});

test('COB 3 another tab takes the place of this one, which closes', async (t) => {
  const { relay, clock, customer } = await twoEnds(t);
  const tab = new End(relay, clock, 'customer');
  t.after(() => tab.channel.close());
  await until(() => tab.told.includes('met'));
  assert.deepEqual(customer.told, ['met', 'parted elsewhere']);
  assert.equal(customer.channel.way, undefined);
});

test('COB 3 a session that ends closes both ends, and leaves no timer', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t);
  relay.end();
  await until(() => customer.told.length === 2 && agent.told.length === 2);
  assert.deepEqual(
    [customer.told, agent.told],
    [
      ['met', 'ended agent'],
      ['met', 'ended agent'],
    ],
  );
  assert.equal(clock.timers, 0);
});

test('COB 3 what the trail is to have is said when the relay is there again', async (t) => {
  const { relay, clock, customer } = await twoEnds(t);
  customer.channel.tell('page', 'https://shop.example/one');
  await until(() => relay.told.length === 1);
  relay.restart();
  await clock.pass(50);
  customer.channel.tell('off-limits');
  await clock.pass(2_000);
  assert.deepEqual(relay.told, [
    { type: 'tell', what: 'page', page: 'https://shop.example/one' },
    { type: 'tell', what: 'off-limits' },
  ]);
});

test('COB 3 what a slow side has not taken counts as waiting, and little of it is on its way', async (t) => {
  const { relay, clock, customer, agent } = await twoEnds(t);
  let flying = 0;
  relay.forge = ({ length }) => {
    flying += length;
    return [];
  };
  customer.say('x'.repeat(4_000_000));
  await until(() => flying > 1_000_000);
  await clock.pass(200);
  assert.equal(customer.channel.waiting, 4_000_000);
  assert.ok(flying < 1_200_000, `${String(flying)} bytes are on their way`);
  relay.forge = (record) => [record];
  relay.restart();
  await clock.pass(2_000);
  await until(() => agent.frames.length === 1 && customer.channel.waiting === 0);
  assert.equal(agent.frames[0]?.length, 4_000_000);
});
