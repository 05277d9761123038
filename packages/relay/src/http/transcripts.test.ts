import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { v7 } from 'uuid';
import { MAX_ANSWER, signed } from '../bot/call-bot.js';
import { BOT_SECRET, came, testBot } from '../testing/bot.js';
import { testRelay, type TestRelay } from '../testing/relay.js';

/** A customer who was sent here by an AI agent elsewhere, which does not answer what it is asked. */
async function sentHere(t: TestContext) {
  const bot = await testBot(t);
  bot.answer = () => (response) => void response.writeHead(503).end();
  const relay = await testRelay(t, { settings: bot.settings({ url: undefined, transcriptUrl: bot.url }) });
  const { client, conversation } = await came(relay);
  const site = (await relay.row(conversation)).site;
  return { bot, relay, client, conversation, site };
}

interface Sending {
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly at?: number;
}

const send = (relay: TestRelay, conversation: string, body: unknown, { secret = BOT_SECRET, at }: Sending = {}): Promise<Response> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = signed(secret, v7(), at ?? Math.floor(relay.clock.now / 1_000), text);
  return fetch(`${relay.url}/v1/conversations/${conversation}/transcript`, { method: 'POST', headers, body: text });
};

const typesOf = async (relay: TestRelay, conversation: string) =>
  (await relay.store.eventsAfter(conversation, 1, 99)).map(({ type }) => type);

const MESSAGES = [
  { by: 'bot', text: 'Hello, I am Robo.' },
  { by: 'customer', text: 'A person, please.', at: 5 },
];

test('BOT 1 INF 2 B9 an AI agent elsewhere sends what was said to it, for agents only, and is not asked any more', async (t) => {
  const { bot, relay, client, conversation, site } = await sentHere(t);
  const agent = await relay.agent();
  await agent.ask({ type: 'conversation.accept', id: v7(), conversation });
  agent.say({ type: 'conversation.follow', conversation });
  await agent.next('conversation.opened');
  assert.equal((await send(relay, conversation, { site, messages: MESSAGES, collected: { Order: 'H-1' } })).status, 204);
  const { messages, collected, by } = await agent.next('transcript.fetched');
  assert.deepEqual(messages, [
    { by: 'bot', text: 'Hello, I am Robo.', at: null },
    { by: 'customer', text: 'A person, please.', at: 5 },
  ]);
  assert.deepEqual([collected, by.role], [[{ label: 'Order', value: 'H-1' }], 'bot']);
  const asked = bot.asked.length;
  await relay.wait(60_000);
  assert.equal(bot.asked.length, asked);
  assert.equal(JSON.stringify(client.received).includes('Robo'), false);
});

test('INF 2 B9 it may come when it was given up, and twice is once', async (t) => {
  const { relay, conversation, site } = await sentHere(t);
  await relay.wait(60_000);
  assert.deepEqual(await typesOf(relay, conversation), ['transcript.missed']);
  for (let time = 0; time < 2; time++) assert.equal((await send(relay, conversation, { site, messages: MESSAGES })).status, 204);
  assert.deepEqual(await typesOf(relay, conversation), ['transcript.missed', 'transcript.fetched']);
});

test('INF 2 B9 nobody sends it but who has the secret, of now, for a conversation of that site', async (t) => {
  const { relay, conversation, site } = await sentHere(t);
  const body = { site, messages: MESSAGES };
  const now = Math.floor(relay.clock.now / 1_000);
  const statusOf = async (answer: Promise<Response>) => (await answer).status;
  assert.equal(await statusOf(send(relay, conversation, body, { secret: `${BOT_SECRET}?` })), 401);
  assert.equal(await statusOf(send(relay, conversation, body, { at: now - 301 })), 401);
  assert.equal(await statusOf(send(relay, conversation, body, { at: now + 301 })), 401);
  assert.equal(await statusOf(send(relay, conversation, body, { at: NaN })), 401);
  assert.equal(await statusOf(send(relay, conversation, { ...body, site: 'rival' })), 401);
  assert.equal(await statusOf(send(relay, conversation, { ...body, site: 'nobody' })), 401);
  const address = `${relay.url}/v1/conversations/${conversation}/transcript`;
  assert.equal(await statusOf(fetch(address, { method: 'POST', body: JSON.stringify(body) })), 401);
  assert.equal(await statusOf(send(relay, v7(), body)), 404);
  assert.equal(await statusOf(send(relay, 'no-id', body)), 404);
  assert.equal((await typesOf(relay, conversation)).includes('transcript.fetched'), false);
});

test('INF 2 B9 what is not of the shape, or too large, is refused whole', async (t) => {
  const { relay, conversation, site } = await sentHere(t);
  const codeOf = async (body: unknown) => {
    const answer = await send(relay, conversation, body);
    return ((await answer.json()) as { error: { code: string } }).error.code;
  };
  assert.equal(await codeOf('no JSON'), 'malformed');
  assert.equal(await codeOf({ messages: MESSAGES }), 'malformed');
  assert.equal(await codeOf({ site, messages: [{ by: 'agent', text: 'x' }] }), 'malformed');
  assert.equal(await codeOf({ site, messages: Array.from({ length: 501 }, () => MESSAGES[0]) }), 'malformed');
  assert.equal(await codeOf({ site, messages: [], collected: { Note: 'x'.repeat(2_001) } }), 'malformed');
  assert.equal(await codeOf({ site, messages: [], more: 'x'.repeat(MAX_ANSWER) }), 'too-long');
  assert.equal((await typesOf(relay, conversation)).includes('transcript.fetched'), false);
});

test('INF 2 B9 a conversation that an AI agent here has takes none', async (t) => {
  const bot = await testBot(t);
  const relay = await testRelay(t, { settings: bot.settings() });
  const { conversation } = await came(relay);
  const { site } = await relay.row(conversation);
  assert.equal((await send(relay, conversation, { site, messages: MESSAGES })).status, 404);
});
