import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { came, echo, handed, relayWithBot, said, type Answer } from '../testing/bot.js';
import { testRelay } from '../testing/relay.js';

test('BOT 1 B4 the customer gets a person at once, and what the AI agent says after that is dropped', async (t) => {
  const { bot, relay } = await relayWithBot(t);
  const { client, conversation, say } = await came(relay);
  let answer: (value: Answer) => void = () => undefined;
  const isAsked = new Promise<void>((asked) => {
    bot.answer = () =>
      new Promise<Answer>((resolve) => {
        answer = resolve;
        asked();
      });
  });
  await say('Hello');
  await isAsked;
  const command = { type: 'person.ask', id: v7(), conversation } as const;
  assert.equal(await client.ask(command), undefined);
  assert.equal(await client.ask(command), undefined);
  assert.equal((await relay.row(conversation)).phase, 'waiting');
  answer({ messages: [{ text: 'Too late' }] });
  await relay.settle();
  assert.equal((await said(relay, conversation)).includes('bot: Too late'), false);
  assert.equal((await handed(relay, conversation)).length, 1);
  assert.equal(await client.ask({ ...command, id: v7() }), 'wrong-phase');
});

test('BOT 1 B3 what is written while it is asked is put to it next, and nothing is answered twice', async (t) => {
  const { bot, relay } = await relayWithBot(t);
  const { conversation, say } = await came(relay);
  let answer: () => void = () => undefined;
  const isAsked = new Promise<void>((asked) => {
    bot.answer = ({ body }, time) =>
      time > 2
        ? { messages: [{ text: `Then: ${body.messages?.findLast(({ by }) => by === 'customer')?.text ?? ''}` }] }
        : new Promise<Answer>((resolve) => {
            answer = () => resolve({ messages: [{ text: 'First' }] });
            asked();
          });
  });
  await say('one');
  await isAsked;
  await say('two');
  await say('three');
  answer();
  await relay.settle();
  assert.deepEqual((await said(relay, conversation)).slice(1), [
    'customer: one',
    'customer: two',
    'customer: three',
    'bot: First',
    'bot: Then: three',
  ]);
  await relay.wait(60_000);
  assert.equal(bot.asked.length, 3);
});

test('BOT 1 B2 of several relays one asks, and another goes on when that one is gone', async (t) => {
  const { bot, relay: first } = await relayWithBot(t, { greeting: 'Hello' });
  const second = await testRelay(t, {
    store: first.store,
    hub: first.hub,
    clock: first.clock,
    settings: bot.settings({ greeting: 'Hello' }),
  });
  echo(bot);
  const { conversation, say } = await came(first);
  await say('one');
  for (const relay of [second, first, second]) relay.pass(0);
  await Promise.all([first.settle(), second.settle()]);
  assert.equal(bot.asked.length, 1);
  // As if this relay had claimed it, and then died.
  const claimed = first.clock.now;
  await first.store.changeConversation('harbour', conversation, v7(), ({ bot: state }) => ({
    row: { bot: state && { ...state, call: { id: v7(), until: claimed + 6_000 } }, awaitingSince: claimed },
    events: [],
    timers: { bot: claimed + 6_000 },
  }));
  second.pass(4_000);
  await second.settle();
  assert.equal(bot.asked.length, 1);
  second.pass(4_000);
  await second.settle();
  assert.equal(bot.asked.length, 2);
});

test('BOT 1 D1 what was said just before a relay died is answered by the next', async (t) => {
  const { bot, relay } = await relayWithBot(t, { greeting: 'Hello' });
  echo(bot);
  const { conversation, id } = await came(relay);
  // Saved, and nobody told of it.
  const by = { id, name: 'Cleo', role: 'customer' } as const;
  const told = { workspace: 'harbour', conversation, by, side: 'customer', at: relay.clock.now } as const;
  await Promise.all(['one', 'two'].map((text) => relay.store.appendMessage({ ...told, id: v7(), text })));
  relay.pass(1_000);
  await relay.settle();
  assert.deepEqual(await said(relay, conversation), ['bot: Hello', 'customer: one', 'customer: two', 'bot: You said: two']);
});
