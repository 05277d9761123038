import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { came, testBot } from '../testing/bot.js';
import { testRelay } from '../testing/relay.js';

test('INF 2 B9 what was said to an AI agent elsewhere is fetched when the conversation begins, for agents only', async (t) => {
  const bot = await testBot(t);
  bot.answer = () => ({
    messages: [
      { by: 'bot', text: 'Hello, I am Robo.' },
      { by: 'customer', text: 'A person, please.', at: 5 },
    ],
    collected: { Order: 'H-1' },
  });
  const { url, ...settings } = { url: undefined, transcriptUrl: bot.url };
  const relay = await testRelay(t, { settings: bot.settings({ ...settings, url }) });
  const { client, conversation } = await came(relay);
  assert.equal((await relay.row(conversation)).phase, 'waiting');
  const agent = await relay.agent();
  await agent.ask({ type: 'conversation.accept', id: v7(), conversation });
  agent.say({ type: 'conversation.follow', conversation });
  const { events } = await agent.next('conversation.opened');
  const fetched = events.find((event) => event.type === 'transcript.fetched');
  assert.deepEqual(fetched?.messages, [
    { by: 'bot', text: 'Hello, I am Robo.', at: null },
    { by: 'customer', text: 'A person, please.', at: 5 },
  ]);
  assert.equal(JSON.stringify(client.received).includes('Robo'), false);
  assert.equal(bot.asked.length, 1);
  assert.equal((await client.next('queue.placed')).place, 1);
});

test('INF 2 B9 where it is missing agents are told, and may have it fetched again, however often', async (t) => {
  const bot = await testBot(t);
  bot.answer = () => (response) => void response.writeHead(404).end();
  const relay = await testRelay(t, { settings: bot.settings({ url: undefined, transcriptUrl: bot.url }) });
  const { client, conversation } = await came(relay);
  await relay.wait(60_000);
  const types = async () => (await relay.store.eventsAfter(conversation, 1, 99)).map(({ type }) => type);
  assert.deepEqual(await types(), ['transcript.missed']);
  const agent = await relay.agent();
  assert.equal(await client.ask({ type: 'transcript.fetch', conversation }), 'wrong-role');
  const again = async () => {
    assert.equal(await agent.ask({ type: 'transcript.fetch', conversation }), undefined);
    await relay.settle();
  };
  await again();
  assert.deepEqual(await types(), ['transcript.missed', 'transcript.missed']);
  bot.answer = () => ({ messages: [] });
  await again();
  await again();
  assert.deepEqual(await types(), ['transcript.missed', 'transcript.missed', 'transcript.fetched']);
  assert.equal(bot.asked.length, 5);
});

test('INF 3 what was answered before the chat keeps what the form called it', async (t) => {
  const relay = await testRelay(t);
  const { client } = await relay.customer();
  const conversation = v7();
  const answers = [
    { field: 'topic', value: 'A lamp' },
    { field: 'account', value: 'A-7' },
  ];
  await client.ask({ type: 'conversation.start', id: v7(), conversation, answers });
  const [started] = await relay.store.eventsAfter(conversation, 0, 1);
  assert.deepEqual(started?.type === 'conversation.started' && started.answers, [
    { field: 'topic', value: 'A lamp', label: 'What is it about?' },
    { field: 'account', value: 'A-7' },
  ]);
});
