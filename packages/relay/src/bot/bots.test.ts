import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { BOT_SECRET, came, echo, handed, relayWithBot, said, testBot, type Answer } from '../testing/bot.js';
import { TestSender } from '../testing/files.js';
import { testFolder, testRelay } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';

test('BOT 1 B1 an AI agent has the conversation first, is told everything, signed, and answers each message once and in order', async (t) => {
  const { bot, relay } = await relayWithBot(t);
  echo(bot);
  const { client, conversation, say } = await came(relay);
  assert.equal((await relay.row(conversation)).phase, 'bot');
  assert.deepEqual(bot.asked[0]?.body.messages, []);
  for (const text of ['one', 'two']) {
    await say(text);
    await relay.settle();
  }
  assert.deepEqual(await said(relay, conversation), [
    'bot: You said: nothing',
    'customer: one',
    'bot: You said: one',
    'customer: two',
    'bot: You said: two',
  ]);
  assert.deepEqual(client.of('message.sent').at(-1)?.by, { id: 'bot', name: 'Assistant', role: 'bot' });
  const { headers, text, body } = bot.asked[2]!;
  assert.equal(headers['webhook-id'], body.messages?.at(-1)?.id);
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${text}`;
  assert.equal(headers['webhook-signature'], `v1,${createHmac('sha256', BOT_SECRET).update(content).digest('base64')}`);
  assert.equal(bot.asked.length, 3);
  await relay.wait(60_000);
  assert.equal(bot.asked.length, 3);
});

test('BOT 1 CMP 7 it is told what a customer attached, and answers that as it answers words', async (t) => {
  const { bot, relay } = await relayWithBot(t, {}, { files: await testFolder(t) });
  const { client, token, conversation } = await came(relay);
  const { id } = await new TestSender(relay, token).upload({ bytes: '%PDF-1.7', name: 'bill.pdf' });
  await client.ask({ type: 'message.send', id: v7(), conversation, text: '', attachments: [{ id }] });
  await relay.settle();
  const { messages = [] } = bot.asked.at(-1)!.body;
  assert.deepEqual(messages.at(-1)?.attachments, [{ name: 'bill.pdf', type: 'application/pdf', size: 8 }]);
  assert.deepEqual(await said(relay, conversation), ['bot: Yes?', 'customer: ', 'bot: Yes?']);
});

test('BOT 1 it greets without being asked, where the settings say with what', async (t) => {
  const { bot, relay } = await relayWithBot(t, { greeting: 'I am the assistant.' });
  const { conversation, say } = await came(relay);
  assert.deepEqual(await said(relay, conversation), ['bot: I am the assistant.']);
  assert.equal(bot.asked.length, 0);
  await say('Hello');
  await relay.settle();
  assert.deepEqual((await said(relay, conversation)).slice(1), ['customer: Hello', 'bot: Yes?']);
});

test('BOT 1 L14 P15 agents are told nothing of it and cannot take it until it waits; supervisors read it', async (t) => {
  const { relay } = await relayWithBot(t);
  const [ana, sue] = [await relay.available('ana'), await relay.agent({ id: 'sue', role: 'supervisor' })];
  const { conversation, say } = await came(relay);
  await say('Hello');
  await relay.settle();
  assert.equal(JSON.stringify(ana.received).includes(conversation), false);
  assert.equal(await ana.ask({ type: 'conversation.accept', id: v7(), conversation }), 'not-found');
  assert.equal(await ana.ask({ type: 'conversation.follow', conversation }), 'not-found');
  assert.equal(await sue.ask({ type: 'conversation.follow', conversation }), undefined);
  assert.equal((await sue.next('conversation.opened')).conversation.phase, 'bot');
  assert.equal(await sue.ask({ type: 'conversation.accept', id: v7(), conversation }), 'wrong-phase');
  assert.equal(await ana.ask({ type: 'person.ask', id: v7(), conversation }), 'wrong-role');
  assert.deepEqual(await relay.store.waitingIn('harbour', 'front'), []);
});

test('BOT 1 B7 B8 it hands over with what it collected and what for, and a passkey that both sides see', async (t) => {
  const bot = await testBot(t);
  const queues = [
    { id: 'front', name: 'Front desk' },
    { id: 'returns', name: 'Returns' },
  ];
  const relay = await testRelay(t, { settings: bot.settings({}, queues) });
  bot.answer = (_, time): Answer =>
    time === 1
      ? { messages: [{ text: 'Which order?' }] }
      : time === 2
        ? { messages: [{ text: 'And why?' }], collected: { Order: 'H-2087', Mood: 'calm' } }
        : {
            messages: [{ text: 'One moment.', marks: [{ mark: 'bold', from: 0, to: 3 }] }],
            collected: { Mood: 'cross' },
            handOver: { queue: 'returns', intent: 'Return a lamp', note: 'Was promised a refund' },
          };
  const { client, conversation, say } = await came(relay);
  await say('H-2087');
  await relay.settle();
  relay.clock.now += 30_000;
  await say('It is broken');
  await relay.settle();
  const row = await relay.row(conversation);
  assert.deepEqual([row.phase, row.queue.id, row.waitingSince, row.bot?.call], ['waiting', 'returns', relay.clock.now, null]);
  const event = (await handed(relay, conversation))[0]!;
  assert.deepEqual(event.collected, [
    { label: 'Order', value: 'H-2087' },
    { label: 'Mood', value: 'cross' },
  ]);
  assert.deepEqual([event.intent, event.note, event.failed], ['Return a lamp', 'Was promised a refund', undefined]);
  assert.match(event.passkey, /^[34679ACEFHJKMQRTUWXY]{6}$/);
  const seen = await client.next('bot.handed-over');
  assert.equal(seen.passkey, event.passkey);
  assert.deepEqual(Object.keys(seen).sort(), ['at', 'by', 'conversation', 'id', 'passkey', 'queue', 'seq', 'type']);
  assert.equal(JSON.stringify(client.received).includes('refund'), false);
  assert.equal((await client.next('queue.placed')).place, 1);
  assert.deepEqual((await said(relay, conversation)).at(-1), 'bot: One moment.');
  const agent = await relay.agent();
  await agent.ask({ type: 'conversation.accept', id: v7(), conversation });
  assert.equal((await relay.row(conversation)).phase, 'active');
});

test('L14 a customer who leaves the AI agent leaves nothing behind', async (t) => {
  const { bot, relay } = await relayWithBot(t);
  const { client, conversation, say } = await came(relay);
  await say('Hello');
  await relay.settle();
  assert.equal(await client.ask({ type: 'conversation.end', id: v7(), conversation }), undefined);
  const row = await relay.row(conversation);
  assert.deepEqual([row.phase, row.disposition], ['closed', null]);
  const asked = bot.asked.length;
  await relay.wait(60_000);
  assert.equal(bot.asked.length, asked);
  assert.equal(await relay.store.nextDue(), null);
});

test('BOT 1 S7 the AI agent of the queue has what begins there, not the one of the site, and its secret stays in the relay', async (t) => {
  const [ofSite, ofQueue] = [await testBot(t), await testBot(t)];
  const bot = { name: 'Keeper', secret: BOT_SECRET, url: ofQueue.url, allowPrivate: true };
  const relay = await testRelay(t, { settings: ofSite.settings({}, [{ id: 'front', name: 'Front desk', bot }]) });
  const { client, say, conversation } = await came(relay);
  await say('Hello');
  await relay.settle();
  assert.deepEqual([ofSite.asked.length, ofQueue.asked.length], [0, 2]);
  assert.deepEqual(client.of('message.sent').at(-1)?.by, { id: 'bot', name: 'Keeper', role: 'bot' });
  assert.equal((await relay.row(conversation)).phase, 'bot');

  const headers = { authorization: `Bearer ${await agentToken({ role: 'admin' })}`, 'content-type': 'application/json' };
  const document = (await (await fetch(`${relay.url}/v1/settings`, { headers })).json()) as {
    queues: { bot: { name: string; secret: unknown } }[];
  };
  assert.deepEqual([document.queues[0]?.bot.name, document.queues[0]?.bot.secret], ['Keeper', null]);
  // Put back, it is still known.
  const answer = await fetch(`${relay.url}/v1/settings`, { method: 'PUT', headers, body: JSON.stringify(document) });
  assert.equal(answer.status, 200);
  await say('And now?');
  await relay.settle();
  const { headers: signs, text } = ofQueue.asked[2]!;
  const content = `${String(signs['webhook-id'])}.${String(signs['webhook-timestamp'])}.${text}`;
  assert.equal(signs['webhook-signature'], `v1,${createHmac('sha256', BOT_SECRET).update(content).digest('base64')}`);
});
