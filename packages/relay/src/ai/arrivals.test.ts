import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SummaryEvent } from '@deskbell/protocol/events.js';
import { v7 } from 'uuid';
import type { TestClient } from '../testing/client.js';
import { relayWithModel } from '../testing/ai.js';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { fails, says } from './testing/model-server.js';

const ON = { settings: { ai: { arrival: true, intents: [{ id: 'delivery', name: 'Delivery', phrases: ['parcel'] }] } } };

/** A customer who has written something waits. */
async function asking(relay: TestRelay, text = 'Where is my parcel? I am so angry about it.') {
  const customer = await relay.waiting('Cleo');
  await customer.client.ask({ type: 'message.send', id: v7(), conversation: customer.conversation, text });
  return customer;
}

async function accepts(agent: TestClient, conversation: string): Promise<void> {
  await agent.ask({ type: 'conversation.accept', id: v7(), conversation });
  agent.say({ type: 'conversation.follow', conversation });
  await agent.next('conversation.opened');
}

const summariesIn = async (relay: TestRelay, conversation: string): Promise<SummaryEvent[]> =>
  (await relay.store.eventsBefore(conversation, 1_000, 100)).filter((event) => event.type === 'summary.added');

test('INF 1 W9 who accepts a conversation is told what it is about, and its customer is not', async (t) => {
  const relay = await testRelay(t, ON);
  const ana = await relay.agent();
  const { client, conversation } = await asking(relay);
  await relay.wait(30_000);
  await accepts(ana, conversation);
  assert.deepEqual(await summariesIn(relay, conversation), []);
  relay.pass(0);
  const event = await ana.next('summary.added');
  const { text, madeBy, intent, sentiment, agent, queue, waited, of, upTo, earlier, by } = event;
  assert.match(text, /^Customer: Where is my parcel\?/);
  assert.deepEqual([madeBy, intent, sentiment], ['extract', 'Delivery', 'negative']);
  assert.deepEqual([agent.id, queue.name, waited, of, upTo, earlier, by.role], ['ana', 'Front desk', 30_000, 3, 3, [], 'system']);
  assert.deepEqual(await client.next('event.hidden'), { type: 'event.hidden', conversation, seq: 4 });
  assert.equal(JSON.stringify(client.received).includes('summary'), false);
  await relay.wait(120_000);
  assert.equal((await summariesIn(relay, conversation)).length, 1);
});

test('INF 1 after a transfer the next agent finds a new summary, and those before with the names of who found them', async (t) => {
  const relay = await testRelay(t, ON);
  const [ana, ben] = [await relay.available('ana', 'Ana'), await relay.available('ben', 'Ben')];
  const { conversation } = await asking(relay);
  await accepts(ana, conversation);
  await relay.wait(0);
  relay.pass(0);
  await ana.next('summary.added');
  await ana.ask({ type: 'message.send', id: v7(), conversation, text: 'Ben knows more about the carrier than I do.' });
  await ana.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { agent: 'ben' } });
  relay.pass(0);
  await relay.settle();
  const [first, second] = await summariesIn(relay, conversation);
  assert.deepEqual(
    [second?.agent.id, second?.of, second?.earlier.map(({ agent, text }) => [agent.name, text])],
    ['ben', second!.seq - 1, [['Ana', first!.text]]],
  );
  assert.match(second!.text, /Ben knows more/);
  await ben.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { queue: 'front' } });
  await accepts(ana, conversation);
  relay.pass(0);
  await relay.settle();
  const third = (await summariesIn(relay, conversation)).at(-1);
  assert.deepEqual([third?.agent.id, third?.earlier.map(({ agent }) => agent.name)], ['ana', ['Ana', 'Ben']]);
});

test('INF 1 a queue that answers by itself has summaries, too, and an offer none', async (t) => {
  const queue = (autoAnswer: boolean) => [{ id: 'front', name: 'Front', offer: { mode: 'push' as const, autoAnswer } }];
  const relay = await testRelay(t, { settings: { ...ON.settings, queues: queue(true) } });
  await relay.available('ana');
  const { conversation } = await asking(relay);
  await relay.wait(1_000);
  await relay.wait(1_000);
  assert.deepEqual(
    (await summariesIn(relay, conversation)).map(({ agent }) => agent.id),
    ['ana'],
  );
  const offering = await testRelay(t, { settings: { ...ON.settings, queues: queue(false) } });
  await offering.available('ana');
  const other = await asking(offering);
  await offering.wait(1_000);
  await offering.wait(1_000);
  assert.ok((await offering.row(other.conversation)).offer);
  assert.deepEqual(await summariesIn(offering, other.conversation), []);
});

test('INF 1 a model writes it where there is one, and where it fails it is picked', async (t) => {
  const { relay, server } = await relayWithModel(t);
  const ana = await relay.agent();
  server.reply = says('The customer', ' misses a parcel.');
  const first = await asking(relay);
  await accepts(ana, first.conversation);
  relay.pass(0);
  const written = await ana.next('summary.added');
  assert.deepEqual([written.text, written.madeBy, written.sentiment], ['The customer misses a parcel.', 'model', 'negative']);
  server.reply = fails(500);
  const second = await asking(relay);
  await accepts(ana, second.conversation);
  relay.pass(0);
  const picked = await ana.next('summary.added');
  assert.deepEqual([picked.madeBy, picked.text.startsWith('Customer: Where is my parcel?')], ['extract', true]);
});

test('W8 where the workspace does not have a model summarise, none is asked', async (t) => {
  const { relay, server } = await relayWithModel(t, { ai: { summary: false } });
  const ana = await relay.agent();
  const { conversation } = await asking(relay);
  await accepts(ana, conversation);
  relay.pass(0);
  assert.equal((await ana.next('summary.added')).madeBy, 'extract');
  assert.deepEqual(server.heard, []);
});

test('INF 1 W9 a summary that takes long holds up neither the conversation nor what else is due', async (t) => {
  const { relay, server } = await relayWithModel(t);
  let go = (): void => undefined;
  const asked = new Promise<void>((heard) => {
    server.reply = async (response, what) => {
      heard();
      await new Promise<void>((resolve) => (go = resolve));
      await says('Late.')(response, what);
    };
  });
  const ana = await relay.agent();
  const { client, conversation } = await asking(relay);
  await accepts(ana, conversation);
  relay.pass(0);
  await asked;
  assert.equal(await ana.ask({ type: 'message.send', id: v7(), conversation, text: 'Good morning.' }), undefined);
  await client.next('message.sent');
  assert.equal((await client.next('message.sent')).by.id, 'ana');
  await ana.ask({ type: 'conversation.snooze', id: v7(), conversation, until: relay.clock.now + 5_000 });
  relay.pass(6_000);
  await ana.next('conversation.woken');
  go();
  const { text, of } = await ana.next('summary.added');
  assert.deepEqual([text, of], ['Late.', 3]);
});

test('W9 what a relay began that was killed, another one makes; of two at once one is saved', async (t) => {
  const first = await testRelay(t, ON);
  const ana = await first.agent();
  const { conversation } = await asking(first);
  await accepts(ana, conversation);
  const dead = await testRelay(t, {
    ...ON,
    store: first.store,
    clock: first.clock,
    wrap: (store) =>
      new Proxy(store, {
        // It took it, and came to nothing.
        get: (target, name) => (name === 'eventsBefore' ? () => Promise.reject(new Error('killed')) : bound(target, name)),
      }),
  });
  dead.pass(0);
  await dead.settle();
  await first.settle();
  assert.deepEqual(await summariesIn(first, conversation), []);
  await first.wait(40_000);
  assert.deepEqual(await summariesIn(first, conversation), []);
  await first.wait(24_000);
  await ana.next('summary.added');
  const second = await testRelay(t, { ...ON, store: first.store, clock: first.clock });
  for (const relay of [first, second]) relay.pass(0);
  await Promise.all([first.settle(), second.settle()]);
  assert.equal((await summariesIn(first, conversation)).length, 1);
});

test('W9 a conversation that has gone on meanwhile gets no summary for who had it', async (t) => {
  const { relay, server } = await relayWithModel(t);
  let go = (): void => undefined;
  const asked = new Promise<void>((heard) => {
    server.reply = async (response, what) => {
      heard();
      await new Promise<void>((resolve) => (go = resolve));
      await says('Too late.')(response, what);
    };
  });
  const ana = await relay.agent();
  const { conversation } = await asking(relay);
  await accepts(ana, conversation);
  relay.pass(0);
  await asked;
  await ana.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { queue: 'front' } });
  go();
  await relay.settle();
  assert.deepEqual(await summariesIn(relay, conversation), []);
});

const bound = (target: object, name: string | symbol): unknown => {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
};
