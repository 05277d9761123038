import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import { topics } from '../hub/hub.js';
import type { Store } from '../store/store.js';
import { testRelay } from '../testing/relay.js';

interface Gate {
  append: () => Promise<void>;
}

/** A store whose appends wait until they are let go, or fail. */
const gated =
  (gate: Gate) =>
  (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        if (name === 'appendMessage')
          return async (message: Parameters<Store['appendMessage']>[0]) => gate.append().then(() => target.appendMessage(message));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
      },
    });

test('DLV 5 a relay that goes saves and tells what is in flight, then says: come back', async (t) => {
  let open = (): void => undefined;
  const gate: Gate = { append: () => Promise.resolve() };
  const relay = await testRelay(t, { wrap: gated(gate) });
  const { customer, agent, conversation } = await relay.talking();
  const opened = new Promise<void>((resolve) => (open = resolve));
  gate.append = () => opened;
  const id = v7();
  customer.client.say({ type: 'message.send', id, conversation, text: 'in flight' });
  customer.client.say({ type: 'ping' });
  await customer.client.next('pong');

  const stopped = relay.server.close();
  assert.equal((await relay.get('/readyz')).status, 503);
  assert.equal((await relay.get('/healthz')).status, 200);
  await assert.rejects(relay.connect(), /503/);
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'after it, to be sent again' });
  open();

  assert.equal(await customer.client.closed, 'restart');
  assert.equal(await agent.closed, 'restart');
  await stopped;
  assert.deepEqual(
    [customer.client.of('message.sent').map((event) => event.id), agent.of('message.sent').map((event) => event.id)],
    [[id], [id]],
  );
  assert.equal((await relay.store.conversation('harbour', conversation))?.seq, 3);
});

test('DLV 5 what a relay left behind goes on at the next one', async (t) => {
  const first = await testRelay(t);
  const { customer, conversation } = await first.talking();
  await first.server.close();
  const second = await testRelay(t, { store: first.store });
  const { client } = await second.returning(customer);
  client.say({ type: 'conversation.follow', conversation, after: 2 });
  await client.next('conversation.opened');
  const agent = await second.agent();
  agent.say({ type: 'conversation.follow', conversation });
  await agent.next('conversation.opened');
  client.say({ type: 'message.send', id: v7(), conversation, text: 'here I am again' });
  assert.equal((await agent.next('message.sent')).seq, 3);
});

test('O4 a database that is away refuses with a time, and nothing overtakes what it refused', async (t) => {
  const gate: Gate = { append: () => Promise.resolve() };
  const relay = await testRelay(t, { wrap: gated(gate) });
  const { customer, agent, conversation } = await relay.talking();
  const [first, second] = [v7(), v7()];
  const say = (id: string): void => customer.client.say({ type: 'message.send', id, conversation, text: id });
  gate.append = () => Promise.reject(new RelayError('unavailable', undefined, { retryAfter: 1_000 }));
  say(first);
  assert.deepEqual([(await customer.client.next('refused')).code], ['unavailable']);
  gate.append = () => Promise.resolve();
  say(second);
  assert.equal((await customer.client.next('refused')).retryAfter, 1_000);
  relay.pass(1_000);
  say(first);
  say(second);
  await agent.next('message.sent', ({ id }) => id === second);
  assert.deepEqual(
    agent.of('message.sent').map(({ id }) => id),
    [first, second],
  );
});

test('DLV 5 what is under way is saved and told before somebody who may have missed something is sent to come back', async (t) => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const gate: Gate = { append: () => Promise.resolve() };
  const relay = await testRelay(t, { wrap: gated(gate) });
  const { customer, conversation } = await relay.talking();
  gate.append = () => opened;
  const id = v7();
  customer.client.say({ type: 'message.send', id, conversation, text: 'in flight' });
  customer.client.say({ type: 'ping' });
  await customer.client.next('pong');
  relay.hub.publish(topics.conversation(conversation), { kind: 'missed' });
  open();
  assert.equal(await customer.client.closed, 'restart');
  assert.deepEqual(
    customer.client.of('message.sent').map((event) => event.id),
    [id],
  );
});

test('a heartbeat is answered while the database takes its time', async (t) => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const gate: Gate = { append: () => opened };
  const relay = await testRelay(t, { wrap: gated(gate) });
  const { customer, conversation } = await relay.talking();
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'slow' });
  customer.client.say({ type: 'conversation.end', id: v7(), conversation });
  customer.client.say({ type: 'ping' });
  await customer.client.next('pong');
  assert.equal(customer.client.of('conversation.ended').length, 0);
  open();
  await customer.client.next('conversation.ended');
});

test('a fault of our own is told as internal, stands in the log, and the session goes on', async (t) => {
  const gate: Gate = { append: () => Promise.resolve() };
  const relay = await testRelay(t, { wrap: gated(gate) });
  const { customer, conversation } = await relay.talking();
  gate.append = () => Promise.reject(new TypeError('somebody has made a mistake'));
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'x' });
  const refused = await customer.client.next('refused');
  assert.deepEqual([refused.code, refused.detail.includes('mistake')], ['internal', false]);
  assert.ok(relay.logged.some((line) => line.includes('somebody has made a mistake')));
  gate.append = () => Promise.resolve();
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'y' });
  await customer.client.next('message.sent');
});

test('no token ever stands in the log', async (t) => {
  const relay = await testRelay(t);
  const { token } = await relay.customer();
  await relay.post({ siteKey: 'shop', token });
  await relay.get('/v1/conversations', token);
  const client = await relay.connect();
  client.say({ type: 'session.open', version: 1, token: `${token}x` });
  await client.closed;
  const written = relay.logged.join('\n');
  assert.ok(written.length > 0);
  for (const part of token.split('.').slice(1)) assert.ok(!written.includes(part));
});
