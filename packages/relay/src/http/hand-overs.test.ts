import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { signed } from '../bot/call-bot.js';
import { BOT_SECRET, relayWithBot } from '../testing/bot.js';
import type { TestRelay } from '../testing/relay.js';

const post = (relay: TestRelay, body: unknown, secret = BOT_SECRET): Promise<Response> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = signed(secret, v7(), Math.floor(relay.clock.now / 1_000), text);
  return fetch(`${relay.url}/v1/conversations`, { method: 'POST', headers, body: text });
};

const siteOf = (relay: TestRelay): string => relay.directory.workspace('harbour')?.sites[0]?.key ?? '';

const led = (relay: TestRelay, more: object = {}) => ({
  id: v7(),
  site: siteOf(relay),
  customer: { id: 'crm-42', name: 'Maya Lindqvist', email: 'maya@shop.example' },
  messages: [
    { by: 'customer', text: 'My lamp flickers.', at: 5 },
    { by: 'bot', text: 'I am sorry.' },
  ],
  collected: { Order: 'H-1' },
  handOver: { intent: 'Repair', note: 'Is rather cross.' },
  ...more,
});

interface Handed {
  readonly conversation: string;
  readonly passkey: string;
}

test('BOT 1 B10 an AI agent hands over a conversation that it had elsewhere: it waits for people, with all that is known', async (t) => {
  const { bot, relay } = await relayWithBot(t);
  const agent = await relay.agent();
  const body = led(relay);
  const answer = await post(relay, body);
  assert.equal(answer.status, 201);
  const { conversation, passkey } = (await answer.json()) as Handed;
  assert.equal(conversation, body.id);
  const { conversation: row } = await agent.next('conversation.changed');
  assert.deepEqual([row.id, row.phase, row.customer.name, row.seq], [body.id, 'waiting', 'Maya Lindqvist', 3]);
  assert.equal(await agent.ask({ type: 'conversation.accept', id: v7(), conversation }), undefined);
  const [, over, transcript] = await relay.store.eventsAfter(conversation, 0, 3);
  assert.ok(over?.type === 'bot.handed-over' && transcript?.type === 'transcript.fetched');
  assert.deepEqual(
    [over.passkey, over.intent, over.note, over.collected, over.by.role],
    [passkey, 'Repair', 'Is rather cross.', [{ label: 'Order', value: 'H-1' }], 'bot'],
  );
  assert.deepEqual(
    transcript.messages.map(({ by, text }) => `${by}: ${text}`),
    ['customer: My lamp flickers.', 'bot: I am sorry.'],
  );
  await relay.wait(60_000);
  assert.deepEqual(bot.asked, [], 'who handed over is asked nothing');
});

test('BOT 1 B10 handed over twice is once, with the same passkey; a customer who is here already stays where they are', async (t) => {
  const { relay } = await relayWithBot(t);
  const body = led(relay);
  const [first, again] = [await post(relay, body), await post(relay, body)];
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.deepEqual(await again.json(), await first.json());
  const other = await post(relay, led(relay));
  assert.equal(other.status, 409);
  const { error } = (await other.json()) as { error: { code: string; conversation: string } };
  assert.deepEqual([error.code, error.conversation], ['already-open', body.id]);
  const stranger = await post(relay, led(relay, { id: body.id, customer: { id: 'somebody-else' } }));
  assert.equal(((await stranger.json()) as { error: { code: string } }).error.code, 'id-used');
});

test('BOT 1 B10 nobody hands over but who has the secret, and what is not of the shape is refused whole', async (t) => {
  const { relay } = await relayWithBot(t);
  const statusOf = async (body: unknown, secret?: string) => (await post(relay, body, secret)).status;
  assert.equal(await statusOf(led(relay), `${BOT_SECRET}?`), 401);
  assert.equal(await statusOf(led(relay, { site: 'nobody' })), 401);
  assert.equal((await fetch(`${relay.url}/v1/conversations`, { method: 'POST', body: JSON.stringify(led(relay)) })).status, 401);
  for (const more of [
    { id: 'no-uuid' },
    { customer: {} },
    { customer: { id: '' } },
    { customer: { id: 'x'.repeat(256) } },
    { messages: 'many' },
    { messages: [{ by: 'agent', text: 'I am the agent' }] },
    { handOver: { note: 'x'.repeat(2_001) } },
  ])
    assert.equal(await statusOf(led(relay, more)), 400, JSON.stringify(more).slice(0, 60));
  assert.equal(await statusOf('no JSON'), 400);
  assert.equal(await statusOf(led(relay, { handOver: { intent: 'x'.repeat(300_000) } })), 413);
});
