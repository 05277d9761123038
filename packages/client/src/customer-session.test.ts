import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusingStorage } from './testing/memory-storage.js';
import { ANA, MAYA, accepts, ends, says, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';
import { texts } from './testing/texts.js';

test('WID 2 somebody who was never there becomes a customer of the site', async () => {
  const { relay, values, visit } = shop();
  values.clear();
  const session = await visit();
  assert.equal(session.state.connection.phase, 'open');
  assert.equal(session.state.site?.name, relay.site.name);
  assert.deepEqual(session.state.person, { id: 'customer-1', name: 'Maya Lindqvist' });
  assert.equal(session.state.conversation, undefined);
  assert.equal(session.state.keeps, true);
});

test('WID 2 the first message opens a conversation, with what was said before it', async () => {
  const { relay, visit } = shop();
  const session = await visit();
  session.start({ name: 'Maya', email: 'maya@example.org', answers: [{ field: 'order', value: 'H-2087' }] });
  session.say(' Hello ');
  session.say('   ');
  await settle();
  assert.deepEqual(texts(session.state.conversation), ['Hello']);
  const started = session.state.conversation?.log.events[0];
  assert.ok(started?.type === 'conversation.started');
  assert.deepEqual(started.answers, [{ field: 'order', value: 'H-2087' }]);
  assert.equal(started.page, 'https://shop.example/lamps');
  assert.equal(session.state.place, 1);
  assert.equal(relay.logs.size, 1);
});

test('after the end the next message begins anew', async () => {
  const { relay, visit } = shop();
  const id = seed(relay, { messages: 1, lines: ['a'] });
  const session = await visit();
  session.end();
  session.end();
  await settle();
  assert.equal(relay.logs.get(id)?.summary.phase, 'wrapUp');
  session.say('b');
  await settle();
  assert.deepEqual(texts(session.state.conversation), ['b']);
  assert.notEqual(session.state.conversation?.log.summary.id, id);
});

test('an end and a new beginning that were asked for offline both happen, in that order', async () => {
  const { relay, clock, visit } = shop();
  const id = seed(relay, { messages: 1, lines: ['a'] });
  const session = await visit();
  relay.network.drop();
  await settle();
  session.end();
  session.say('b');
  await settle();
  relay.network.restore();
  await clock.advance(30_000);
  assert.equal(relay.logs.get(id)?.summary.phase, 'wrapUp');
  assert.deepEqual(texts(session.state.conversation), ['b']);
});

test('what ended is still shown after a reload', async () => {
  const { relay, visit } = shop();
  const id = seed(relay, { messages: 2, lines: ['a', 'b'] });
  const before = await visit();
  ends(relay, id, ANA);
  await settle();
  before.destroy();
  const after = await visit();
  assert.deepEqual(texts(after.state.conversation), ['a', 'b']);
  assert.equal(after.state.conversation?.log.summary.phase, 'closed');
});

test('a conversation that is open in another browser is gone on with', async () => {
  const { relay, clock, visit } = shop();
  relay.network.drop();
  const session = await visit();
  session.start({ name: 'Maya' });
  session.say('c');
  await clock.advance(1_000);
  const id = seed(relay, { messages: 2, lines: ['a', 'b'] });
  relay.network.restore();
  await clock.advance(60_000);
  assert.equal(session.state.conversation?.log.summary.id, id);
  assert.deepEqual(texts(session.state.conversation), ['a', 'b', 'c']);
});

test('the place in the queue is shown while waiting, and not longer', async () => {
  const { relay, visit } = shop();
  seed(relay, { phase: 'waiting', customer: { ...MAYA, id: 'somebody' }, ago: 60_000 });
  const session = await visit();
  session.say('Hello');
  await settle();
  assert.equal(session.state.place, 2);
  accepts(relay, session.state.conversation?.log.summary.id ?? '');
  await settle();
  assert.equal(session.state.place, undefined);
});

test('a browser that keeps nothing says so, and the chat works', async () => {
  const { visit } = shop();
  const session = await visit({ storage: refusingStorage() });
  assert.equal(session.state.keeps, false);
  session.say('Hello');
  await settle();
  assert.deepEqual(texts(session.state.conversation), ['Hello']);
});

test('what the other side says is unread until it is seen', async () => {
  const { relay, visit } = shop();
  const id = seed(relay, { messages: 0 });
  const session = await visit();
  says(relay, id, ANA, 'Hello Maya');
  await settle();
  assert.equal(session.state.unread, 1);
  session.read();
  assert.equal(session.state.unread, 0);
});
