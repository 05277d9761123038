import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationView } from './conversation-view.js';
import { desk } from './testing/desk.js';
import { ANA, reacts, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';

/** The reactions in the log, and behind them those on their way. */
const given = (view: ConversationView | undefined) => [
  ...(view?.log.events ?? []).flatMap((event) =>
    event.type === 'message.reacted' ? [`${String(event.message)} ${String(event.emoji)}`] : [],
  ),
  ...(view?.reacting ?? []).map(({ message, emoji }) => `${String(message)} ${String(emoji)} (sending)`),
];

test('CMP 6 a reaction shows at once, and once it is in the log only there', async () => {
  const { relay, visit } = shop();
  seed(relay, { messages: 2 });
  const session = await visit();
  const message = session.state.conversation!.log.events.findLast(({ type }) => type === 'message.sent')!.seq;
  session.react(message, '👍');
  assert.deepEqual(given(session.state.conversation), [`${String(message)} 👍 (sending)`]);
  await settle();
  assert.deepEqual(given(session.state.conversation), [`${String(message)} 👍`]);
  assert.equal(session.state.conversation?.pending.length, 0);
});

test('CMP 6 what a customer gives offline goes out later, in its order and once, also after a reload', async () => {
  const { relay, clock, visit } = shop();
  const id = seed(relay, { messages: 2 });
  const session = await visit();
  relay.network.drop();
  await settle();
  session.react(2, '👍');
  session.react(2, '❤️');
  await clock.advance(60_000);
  assert.deepEqual(given(session.state.conversation), ['2 👍 (sending)', '2 ❤️ (sending)']);
  session.destroy();
  relay.network.restore();
  const back = await visit();
  await clock.advance(30_000);
  assert.deepEqual(given(back.state.conversation), ['2 👍', '2 ❤️']);
  assert.equal(relay.logs.get(id)?.events.filter(({ type }) => type === 'message.reacted').length, 2);
});

test('CMP 6 a reaction that the relay will not have goes away, and holds up no message', async () => {
  const { relay, visit } = shop();
  seed(relay, { messages: 2 });
  const session = await visit();
  session.react(99, '👍');
  session.say('And this?');
  await settle();
  assert.deepEqual(given(session.state.conversation), []);
  assert.equal(session.state.conversation?.pending.length, 0);
});

test('CMP 6 what an agent gives is lost with the connection, and is not shown as if it had arrived', async () => {
  const { clock, relay, sit } = desk();
  const id = seed(relay, { messages: 2 });
  const session = await sit();
  session.react(id, 2, '🎉');
  await settle();
  relay.network.drop(false);
  session.react(id, 2, '👍');
  assert.deepEqual(given(session.state.views.get(id)), ['2 🎉', '2 👍 (sending)']);
  relay.network.drop();
  await clock.advance(30_000);
  session.react(id, 2, '😢');
  assert.deepEqual(given(session.state.views.get(id)), ['2 🎉']);
});

test('CMP 6 a reaction of the other side is not unread', async () => {
  const { relay, visit } = shop();
  const id = seed(relay, { messages: 2 });
  const session = await visit();
  session.read();
  await settle();
  reacts(relay, id, ANA, 2, '👍');
  await settle();
  assert.deepEqual(given(session.state.conversation), ['2 👍']);
  assert.equal(session.state.unread, 0);
});
