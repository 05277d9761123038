import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { DESK } from '../testing/settings.js';
import { testRelay } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';
import { OPENING, SILENCE } from './patience.js';

test('who says nothing at first is closed after ten seconds', async (t) => {
  const relay = await testRelay(t);
  const silent = await relay.connect();
  relay.pass(OPENING - 1);
  assert.equal(silent.socket.readyState, silent.socket.OPEN);
  relay.pass(1);
  assert.equal(await silent.closed, 'too-late');
});

test('who is silent for thirty seconds is closed, and a heartbeat is enough to stay', async (t) => {
  const relay = await testRelay(t);
  const [quiet, alive] = [(await relay.customer()).client, (await relay.customer()).client];
  relay.pass(SILENCE - 1);
  alive.say({ type: 'ping' });
  await alive.next('pong');
  relay.pass(1);
  assert.equal(await quiet.closed, 'silent');
  alive.say({ type: 'ping' });
  await alive.next('pong');
});

test('P9 a token that ends in mid-conversation closes the socket, a renewed one goes on, and nothing is lost', async (t) => {
  const relay = await testRelay(t);
  const expires = relay.clock.now + 20_000;
  const agent = await relay.agent({ expires });
  const second = await relay.agent({ expires });
  const { client, conversation } = await relay.waiting();
  agent.say({ type: 'conversation.accept', id: v7(), conversation });
  await agent.next('conversation.accepted');
  relay.pass(15_000);
  client.say({ type: 'ping' });
  const later = relay.clock.now + 60_000;
  agent.say({ type: 'session.renew', token: await agentToken({ expires: later }) });
  assert.equal((await agent.next('session.renewed')).expires, later);
  second.say({ type: 'ping' });
  await second.next('pong');
  relay.pass(5_000);
  assert.equal(await second.closed, 'unauthorized');
  const id = v7();
  agent.say({ type: 'message.send', id, conversation, text: 'still there' });
  await client.next('message.sent');
  // The look at all sessions is not waited for: a frame after the end is one too late.
  relay.clock.now = later;
  agent.say({ type: 'message.send', id: v7(), conversation, text: 'too late' });
  assert.equal(await agent.closed, 'unauthorized');
  const back = await relay.connect({ origin: DESK });
  assert.equal((await back.open(await agentToken())).tray?.[0]?.seq, 3);
});

test('too many frames of any kind close the socket', async (t) => {
  const relay = await testRelay(t, { limits: { frameBurst: 10, framesPerSecond: 1 } });
  const { client } = await relay.customer();
  for (let count = 0; count < 10; count += 1) client.say({ type: 'ping' });
  assert.equal(await client.closed, 'too-many');
  assert.equal(client.of('pong').length, 9);
});

test('too many commands that wait for their turn close the socket', async (t) => {
  const relay = await testRelay(t, { limits: { queued: 5, frameBurst: 1_000 } });
  const { client, conversation } = await relay.waiting();
  for (let count = 0; count < 50; count += 1) client.say({ type: 'history.fetch', conversation, before: 5 });
  assert.equal(await client.closed, 'too-many');
});

test('a socket follows so many conversations and no more', async (t) => {
  const relay = await testRelay(t, { limits: { followed: 2 } });
  const agent = await relay.agent();
  const conversations = [(await relay.waiting()).conversation, (await relay.waiting()).conversation, (await relay.waiting()).conversation];
  for (const conversation of conversations) agent.say({ type: 'conversation.follow', conversation });
  assert.equal((await agent.next('refused')).code, 'slow-down');
  agent.say({ type: 'conversation.unfollow', conversation: conversations[0]! });
  agent.say({ type: 'conversation.follow', conversation: conversations[2]! });
  assert.equal(
    (await agent.next('conversation.opened', (event) => event.conversation.id === conversations[2])).conversation.phase,
    'waiting',
  );
});

test('one person has so many sockets and no more, and gets a new one when an old one goes', async (t) => {
  const relay = await testRelay(t, { limits: { connectionsPerPerson: 2 } });
  const customer = await relay.customer();
  const second = await relay.returning(customer);
  const third = await relay.connect();
  third.say({ type: 'session.open', version: 1, token: customer.token });
  assert.equal(await third.closed, 'too-many');
  second.client.socket.close();
  await second.client.closed;
  await relay.returning(customer);
  await relay.customer();
});

test('a client that does not read is cut off before it fills the memory, and the others get everything', async (t) => {
  const relay = await testRelay(t, { limits: { unread: 100_000, messageBurst: 10_000, frameBurst: 10_000 } });
  const { customer, agent, conversation } = await relay.talking();
  const sue = await relay.agent({ id: 'sue', role: 'supervisor' });
  sue.say({ type: 'conversation.follow', conversation });
  await sue.next('conversation.opened');
  sue.socket.pause();
  const text = 'x'.repeat(10_000);
  let sent = 0;
  // Until the kernel's buffers are full, and the relay's after them.
  while (!(await relay.metrics.registry.metrics()).includes('deskbell_closes_total{name="slow-reader"} 1')) {
    for (let count = 0; count < 20; count += 1) customer.client.say({ type: 'message.send', id: v7(), conversation, text });
    sent += 20;
    await agent.next('message.sent', ({ seq }) => seq === sent + 2);
    assert.ok(sent < 10_000, 'the relay has taken in 100 MB for one reader');
  }
  assert.equal(agent.of('message.sent').length, sent);
  const before = relay.server.connections;
  relay.pass(5_000);
  while (relay.server.connections === before) await new Promise(setImmediate);
  sue.socket.resume();
  await once(sue.socket, 'close');
});

test('nothing of a socket stays behind when it goes', async (t) => {
  const relay = await testRelay(t);
  const before = relay.hub.size;
  const { customer, agent } = await relay.talking();
  const waiting = await relay.waiting();
  assert.ok(relay.hub.size > before);
  for (const client of [customer.client, agent, waiting.client]) client.end();
  while (relay.server.connections > 0) await new Promise(setImmediate);
  assert.equal(relay.hub.size, before);
});

test('a socket that goes while its session opens leaves nothing behind either', async (t) => {
  const relay = await testRelay(t);
  const before = relay.hub.size;
  const { token } = await relay.customer();
  const agent = await agentToken();
  for (const [origin, used] of [
    ['https://shop.example', token],
    [DESK, agent],
  ] as const) {
    const client = await relay.connect({ origin });
    client.say({ type: 'session.open', version: 1, token: used });
    await new Promise(setImmediate);
    client.end();
  }
  while (relay.server.connections > 1) await new Promise(setImmediate);
  await relay.store.ready();
  assert.equal(relay.hub.size, before);
});
