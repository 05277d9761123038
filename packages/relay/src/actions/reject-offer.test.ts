import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

const push = (offer = {}) => ({ queues: [{ id: 'front', name: 'Front desk', offer: { mode: 'push' as const, seconds: 20, ...offer } }] });

test('TRY 4 what waits is put to one agent with a countdown, who accepts it', async (t) => {
  const relay = await testRelay(t, { settings: push() });
  const [ana, ben] = [await relay.available('ana'), await relay.available('ben')];
  const { client, conversation } = await relay.waiting();
  await relay.server.idle();
  const { offer } = (await ana.next('conversation.changed', (event) => event.conversation.offer !== null)).conversation;
  assert.deepEqual(offer, { agent: { id: 'ana', name: 'ana' }, until: relay.clock.now + 20_000 });
  assert.equal(await ben.ask({ type: 'conversation.accept', id: v7(), conversation }), 'taken');
  assert.equal(await ben.ask({ type: 'offer.reject', id: v7(), conversation }), 'wrong-phase');
  assert.equal(await ana.ask({ type: 'conversation.accept', id: v7(), conversation }), undefined);
  assert.equal((await client.next('conversation.accepted')).agent.id, 'ana');
  await relay.wait(24_000);
  assert.equal((await relay.row(conversation)).agent?.id, 'ana');
  assert.deepEqual(client.of('offer.made'), []);
});

test('TRY 4 STA 6 what is rejected goes to the next, and who rejected it is Away (Idle) till they choose a status', async (t) => {
  const relay = await testRelay(t, { settings: push() });
  const [ana, ben] = [await relay.available('ana'), await relay.available('ben')];
  const { conversation } = await relay.waiting();
  await relay.server.idle();
  const reject = { type: 'offer.reject', id: v7(), conversation } as const;
  assert.equal(await ana.ask(reject), undefined);
  await relay.server.idle();
  assert.equal((await relay.row(conversation)).offer?.agent.id, 'ben');
  assert.equal(ana.of('status.changed').at(-1)?.status.digital, 'away-idle');
  // Repeated, it does not take it from the next.
  assert.equal(await ana.ask(reject), undefined);
  assert.equal((await relay.row(conversation)).offer?.agent.id, 'ben');
  await ana.ask({ type: 'status.set', status: 'available' });
  assert.equal(ana.of('status.changed').at(-1)?.status.digital, 'available');
  await ben.ask({ type: 'offer.reject', id: v7(), conversation });
  await relay.server.idle();
  // Both have refused it; after a while it is put to who is there.
  assert.equal((await relay.row(conversation)).offer, null);
  await relay.wait(5 * 60_000);
  assert.equal((await relay.row(conversation)).offer?.agent.id, 'ana');
});

test('TRY 4 STA 6 what is not accepted in time goes to the next, in its place, and the agent is Away (Idle)', async (t) => {
  const relay = await testRelay(t, { settings: push() });
  const [ana, ben] = [await relay.available('ana'), await relay.available('ben')];
  const { conversation } = await relay.waiting();
  await relay.server.idle();
  const since = (await relay.row(conversation)).waitingSince;
  await relay.wait(16_000);
  assert.equal((await relay.row(conversation)).offer?.agent.id, 'ana');
  await relay.wait(4_000);
  const { offer, waitingSince } = await relay.row(conversation);
  assert.deepEqual([offer?.agent.id, waitingSince], ['ben', since]);
  assert.equal(ana.of('status.changed').at(-1)?.status.digital, 'away-idle');
  assert.equal(await ana.ask({ type: 'conversation.accept', id: v7(), conversation }), 'taken');
  assert.equal(await ben.ask({ type: 'conversation.accept', id: v7(), conversation }), undefined);
  const events = await relay.store.eventsAfter(conversation, 0, 10);
  assert.deepEqual(
    events.map(({ type }) => type),
    ['conversation.started', 'offer.made', 'offer.ended', 'offer.made', 'conversation.accepted'],
  );
});

test('TRY 4 with auto answer it is accepted by itself, by an agent with a slot', async (t) => {
  const relay = await testRelay(t, { settings: { ...push({ autoAnswer: true }), slots: { chat: 1 } } });
  const [first, second] = [await relay.waiting(), await relay.waiting()];
  await relay.available('ana');
  assert.equal((await first.client.next('conversation.accepted')).by.id, 'ana');
  const waits = await relay.row(second.conversation);
  assert.deepEqual([waits.phase, waits.offer], ['waiting', null]);
});

test('TRY 4 a customer who leaves while they are being offered frees the slot, and the agent stays available', async (t) => {
  const relay = await testRelay(t, { settings: { ...push(), slots: { chat: 1 } } });
  const ana = await relay.available('ana');
  const { client, conversation } = await relay.waiting();
  await relay.server.idle();
  await client.ask({ type: 'conversation.end', id: v7(), conversation });
  await ana.settled();
  assert.deepEqual(
    ana.of('status.changed').map(({ status }) => [status.digital, status.load]),
    [
      ['available', 0],
      ['system-busy', 1],
      ['available', 0],
    ],
  );
  await relay.wait(24_000);
  assert.equal((await relay.store.agent('harbour', 'ana'))?.idle, false);
});
