import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from './testing/manual-clock.js';
import { ANA, ends, reads, seed, types } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';
import { simulatedCustomer } from './testing/simulated-sessions.js';
import { simulateRelay } from './testing/simulate-relay.js';
import { texts } from './testing/texts.js';

test('DLV 1 a message is "Sending" until the relay has it', async () => {
  const { visit } = shop();
  const session = await visit();
  session.say('Hello');
  assert.deepEqual(texts(session.state.conversation), ['Hello (sending)']);
  await settle();
  assert.deepEqual(texts(session.state.conversation), ['Hello']);
});

test('DLV 1 the other side has read what it has seen', async () => {
  const { relay, visit } = shop();
  const id = seed(relay, { messages: 3 });
  const session = await visit();
  reads(relay, id, ANA);
  await settle();
  assert.equal(session.state.conversation?.log.summary.read.agent, session.state.conversation?.log.summary.seq);
});

test('DLV 1 nothing counts as read while the page is hidden, and everything when it is looked at', async () => {
  const { relay, page, visit } = shop();
  seed(relay, { messages: 4 });
  const session = await visit();
  assert.equal(session.state.unread, 2);
  page.hide();
  session.read();
  await settle();
  assert.equal(session.state.unread, 2);
  page.sign('visible');
  await settle();
  assert.equal(session.state.unread, 0);
  assert.equal(relay.heard.filter(({ type }) => type === 'message.read').length, 1);
});

test('DLV 2 what is written offline goes out by itself when the network is back', async () => {
  const { relay, clock, visit } = shop();
  const id = seed(relay, { messages: 2, lines: ['a', 'b'] });
  const session = await visit();
  relay.network.drop();
  await settle();
  session.say('c');
  session.say('d');
  await clock.advance(60_000);
  assert.deepEqual(texts(session.state.conversation), ['a', 'b', 'c (sending)', 'd (sending)']);
  relay.network.restore();
  await clock.advance(30_000);
  assert.deepEqual(texts(session.state.conversation), ['a', 'b', 'c', 'd']);
  assert.equal(relay.logs.get(id)?.events.length, 6);
});

test('DLV 2 what is written while the browser still looks for what it kept goes out in its order', async () => {
  const { arrive } = shop();
  const session = arrive();
  for (const text of ['1', '2', '3', '4', '5', '6', '7', '8']) {
    session.say(text);
    // The next key comes in another task: some before everything is there, some in the middle of it, some after.
    await Promise.resolve();
  }
  await settle();
  assert.deepEqual(texts(session.state.conversation), ['1', '2', '3', '4', '5', '6', '7', '8']);
});

test('DLV 2 what is written offline is kept over a reload, and goes out by itself, once', async () => {
  const { relay, clock, visit } = shop();
  relay.network.drop();
  const before = await visit();
  before.say('Hello');
  before.say('Is anybody there?');
  await clock.advance(1_000);
  before.destroy();
  const during = await visit();
  assert.deepEqual(texts(during.state.conversation), ['Hello (sending)', 'Is anybody there? (sending)']);
  relay.network.restore();
  await clock.advance(30_000);
  assert.deepEqual(texts(during.state.conversation), ['Hello', 'Is anybody there?']);
  during.destroy();
  const after = await visit();
  assert.deepEqual(texts(after.state.conversation), ['Hello', 'Is anybody there?']);
  assert.equal(relay.logs.size, 1);
});

test('DLV 2 what arrived just as the network went is not sent again', async () => {
  const { relay, clock, visit } = shop();
  seed(relay, { messages: 1, lines: ['a'] });
  const session = await visit();
  relay.network.drop(false);
  session.say('b');
  await settle();
  relay.network.restore();
  await clock.advance(30_000);
  const sent = relay.heard.filter(({ type }) => type === 'message.send').length;
  relay.network.cut();
  await clock.advance(30_000);
  assert.deepEqual(texts(session.state.conversation), ['a', 'b']);
  assert.equal(relay.heard.filter(({ type }) => type === 'message.send').length, sent);
});

test('DLV 2 a message for a conversation that ended meanwhile says so, and cannot be sent again', async () => {
  const { relay, clock, visit } = shop();
  const id = seed(relay, { messages: 1, lines: ['a'] });
  const session = await visit();
  relay.network.drop();
  await settle();
  session.say('b');
  ends(relay, id, ANA);
  relay.network.restore();
  await clock.advance(30_000);
  const [pending] = session.state.conversation?.pending ?? [];
  assert.ok(pending);
  assert.deepEqual([pending.state, pending.why], ['refused', 'wrong-phase']);
  assert.equal(session.state.conversation?.log.summary.phase, 'closed');
  session.resend(pending.id);
  await settle();
  assert.equal(
    relay.logs.get(id)?.events.some((event) => event.type === 'message.sent' && event.text === 'b'),
    false,
  );
});

test('DLV 3 the dots of the agent come and go', async () => {
  const { relay, clock, visit } = shop();
  const id = seed(relay);
  const session = await visit();
  const typing = () => session.state.conversation?.typing.map(({ name }) => name);
  types(relay, id, ANA);
  await settle();
  assert.deepEqual(typing(), ['Ana Ruiz']);
  await clock.advance(8_000);
  assert.deepEqual(typing(), []);
});

test('DLV 3 what is typed is told, and over as soon as it is sent', async () => {
  const { relay, visit } = shop();
  seed(relay);
  const session = await visit();
  session.type();
  session.say('Hello');
  await settle();
  const told = relay.heard.flatMap((command) => {
    if (command.type === 'typing.report') return [`typing ${String(command.on)}`];
    return command.type === 'message.send' ? ['message'] : [];
  });
  assert.deepEqual(told, ['typing true', 'typing false', 'message']);
});

test('DLV 4 a wrong local clock does not show in the times of what is pending', async () => {
  const clock = new ManualClock();
  const relay = simulateRelay({ clock });
  const wrong = {
    now: () => clock.now() - 7_200_000,
    setTimeout: clock.setTimeout.bind(clock),
    clearTimeout: clock.clearTimeout.bind(clock),
  };
  const session = simulatedCustomer(relay, { clock: wrong });
  session.connect();
  await settle();
  session.say('Hello');
  assert.equal(session.state.conversation?.pending[0]?.at, clock.now());
});

test('DLV 2 what was written before the page had asked what it keeps is there after a reload', async () => {
  const { arrive, visit } = shop();
  const before = arrive();
  before.say('Is anybody there?');
  before.destroy();
  await settle();
  const after = await visit();
  await settle();
  assert.deepEqual(texts(after.state.conversation), ['Is anybody there?']);
});
