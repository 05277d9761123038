import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

const PAUSE = 1_000;

/** The rows that came, as `customer phase`, since the last look. */
const rows = (
  client: { of(type: 'conversation.changed'): { conversation: { customer: { name: string }; phase: string } }[] },
  from: number,
) =>
  client
    .of('conversation.changed')
    .slice(from)
    .map(({ conversation: { customer, phase } }) => `${customer.name} ${phase}`);

test('O7 agents hear at once what concerns them; of what does not, the newest of each row after the pause', async (t) => {
  const relay = await testRelay(t, { pause: PAUSE });
  const [ana, ben] = [await relay.agent({ id: 'ana', name: 'Ana' }), await relay.agent({ id: 'ben', name: 'Ben' })];
  const cleo = await relay.waiting('Cleo');
  await relay.settle();
  assert.deepEqual(rows(ben, 0), ['Cleo waiting']);
  const dan = await relay.waiting('Dan');
  await relay.settle();
  assert.deepEqual(rows(ben, 0), ['Cleo waiting'], 'they were told just now');
  await ana.ask({ type: 'conversation.accept', id: v7(), conversation: cleo.conversation });
  await ana.ask({ type: 'conversation.snooze', id: v7(), conversation: cleo.conversation, until: relay.clock.now + 600_000 });
  await relay.settle();
  assert.deepEqual(rows(ana, 1), ['Cleo active', 'Cleo active'], 'whose it is hears everything');
  assert.deepEqual(ben.of('conversation.left'), []);
  relay.clock.now += PAUSE;
  relay.server.flush();
  await relay.settle();
  assert.deepEqual(rows(ben, 1), ['Dan waiting']);
  assert.deepEqual(
    ben.of('conversation.left').map(({ conversation }) => conversation),
    [cleo.conversation],
  );
  relay.server.flush();
  await relay.settle();
  assert.equal(ben.of('conversation.left').length, 1, 'once');
  assert.ok(dan.conversation);
});

test('O7 an offer is on its agent’s screen at once, however busy the desk is', async (t) => {
  const queue = { id: 'front', name: 'Front', offer: { mode: 'push', seconds: 20 } } as const;
  const relay = await testRelay(t, { pause: PAUSE, settings: { queues: [queue] } });
  const ana = await relay.available('ana');
  await relay.waiting('Cleo');
  await relay.waiting('Dan');
  await relay.settle();
  const offers = ana.of('conversation.changed').filter(({ conversation }) => conversation.offer?.agent.id === 'ana');
  assert.deepEqual(
    offers.map(({ conversation }) => conversation.customer.name),
    ['Cleo', 'Dan'],
  );
});
