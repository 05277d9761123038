import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';
import { SimulatedBrowser } from './testing/simulated-browser.js';
import { texts } from './testing/texts.js';

const IDENTITY = JSON.stringify({ sub: 'maya@example.org', name: 'Maya L.' });

test('WID 4 who is vouched for by the site becomes that customer, and the open conversation comes along', async () => {
  const { relay, visit } = shop();
  seed(relay, { messages: 2, lines: ['a', 'b'] });
  const session = await visit();
  await session.identify(IDENTITY);
  await settle();
  assert.deepEqual(session.state.person, { id: 'maya@example.org', name: 'Maya L.' });
  assert.deepEqual(texts(session.state.conversation), ['a', 'b']);
  assert.equal(relay.connections.size, 1);
});

test('WID 4 a site may say who it is before anything is connected', async () => {
  const { relay, values, arrive } = shop();
  await arrive().identify(IDENTITY);
  assert.equal(relay.connections.size, 0);
  assert.equal(relay.personOf(values.get('token') as string)?.id, 'maya@example.org');
});

test('WID 4 what the relay does not believe is refused', async () => {
  const { relay, visit } = shop();
  const session = await visit();
  relay.refuseNext('/v1/customers', 'unauthorized');
  await assert.rejects(session.identify('forged'), { code: 'unauthorized' });
  assert.deepEqual(session.state.person?.id, 'maya');
});

test('a customer whose token has ended is the same customer with a new one', async () => {
  const { relay, clock, visit } = shop();
  seed(relay, { messages: 1, lines: ['a'] });
  await clock.advance(1_000);
  relay.refusesBefore = clock.now();
  const session = await visit();
  await clock.advance(1_000);
  assert.equal(session.state.connection.phase, 'open');
  assert.equal(session.state.person?.id, 'maya');
  assert.deepEqual(texts(session.state.conversation), ['a']);
});

test('DLV 5 a token that ends in mid-conversation loses nothing', async () => {
  const { relay, clock, visit } = shop();
  const id = seed(relay, { messages: 1, lines: ['a'] });
  relay.tokenLife = 60_000;
  const session = await visit();
  for (let minute = 0; minute < 5; minute++) {
    await clock.advance(60_000);
    session.say(String(minute));
  }
  await clock.advance(10_000);
  assert.deepEqual(texts(session.state.conversation), ['a', '0', '1', '2', '3', '4']);
  assert.equal(relay.logs.get(id)?.events.length, 8);
});

test('an unknown site key ends the session, and says why', async () => {
  const { relay, values, visit } = shop();
  values.clear();
  relay.refuseNext('/v1/customers', 'not-found');
  const session = await visit();
  assert.deepEqual(session.state.connection, { phase: 'ended', why: 'no-token' });
});

test('WID 3 tabs that come at the same moment are one customer', async () => {
  const { relay, values, visit } = shop();
  values.clear();
  const browser = new SimulatedBrowser();
  const sessions = await Promise.all([1, 2, 3].map(() => visit({ tabs: browser.tab() })));
  await settle();
  assert.deepEqual(
    sessions.map(({ state }) => state.person?.id),
    ['customer-1', 'customer-1', 'customer-1'],
  );
  assert.equal(relay.network.opened, 1);
});

test('a reset forgets the customer, in all tabs, and the next message begins anew', async () => {
  const { relay, values, visit } = shop();
  seed(relay, { messages: 1, lines: ['a'] });
  const browser = new SimulatedBrowser();
  const [first, second] = [await visit({ tabs: browser.tab() }), await visit({ tabs: browser.tab() })];
  await first.reset();
  await settle();
  for (const { state } of [first, second]) {
    assert.equal(state.conversation, undefined);
    assert.equal(state.person, undefined);
    assert.equal(state.connection.phase, 'idle');
  }
  assert.equal(values.size, 0);
  assert.equal(relay.connections.size, 0);
  second.say('b');
  await settle();
  assert.equal(second.state.person?.id, 'customer-1');
  assert.deepEqual(texts(second.state.conversation), ['b']);
});

test('destroyed, a session leaves neither socket nor timer behind', async () => {
  const { relay, clock, visit } = shop();
  seed(relay);
  const session = await visit({ tabs: new SimulatedBrowser().tab() });
  session.type();
  session.say('a');
  session.destroy();
  await settle();
  assert.equal(relay.connections.size, 0);
  assert.equal(clock.timers, 0);
  session.say('b');
  session.connect();
  await settle();
  assert.equal(relay.connections.size, 0);
});
