import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { COBROWSE_SOCKET } from '@deskbell/protocol/cobrowse.js';
import { WebSocket } from 'ws';
import { OPENING, SILENCE } from '../sockets/patience.js';
import { MemorySessions, fresh, joined, type TestEnd } from '../testing/mirror.js';
import { testRelay, type TestRelay, type TestRelayOptions } from '../testing/relay.js';
import { DESK, SHOP } from '../testing/settings.js';

/** A relay with a session that both sides have joined. */
async function met(
  t: TestContext,
  options: TestRelayOptions = {},
): Promise<{ relay: TestRelay; sessions: MemorySessions; id: string; customer: TestEnd; agent: TestEnd }> {
  const sessions = new MemorySessions();
  const relay = await testRelay(t, { cobrowse: sessions, ...options });
  const id = sessions.begin();
  const agent = await joined(relay, sessions, id, 'agent');
  const customer = await joined(relay, sessions, id, 'customer');
  return { relay, sessions, id, customer, agent };
}

test('COB 3 two who join meet once, with peers that know each other, and one begins', async (t) => {
  const { customer, agent } = await met(t);
  const [one, two] = [await customer.next('met'), await agent.next('met')];
  assert.equal(one.meeting, two.meeting);
  assert.deepEqual([one.first, two.first], [true, false]);
  assert.deepEqual([one.peer.other, two.peer.other], [two.peer.id, one.peer.id]);
  assert.notEqual(one.peer.token, two.peer.token);
  assert.deepEqual(one.iceServers, []);
  await Promise.all([customer.beat(), agent.beat()]);
  assert.equal(customer.of('met').length + agent.of('met').length, 2);
});

test('COB 3 signals and sealed frames are passed on as they are, in order, and to nobody else', async (t) => {
  const { relay, sessions, customer, agent } = await met(t);
  const stranger = await joined(relay, sessions, sessions.begin(), 'agent');
  await Promise.all([customer.next('met'), agent.next('met')]);
  const frames = Array.from({ length: 50 }, () => randomBytes(16_021));
  customer.say({ type: 'signal', data: 'a key' });
  for (const frame of frames) customer.socket.send(frame);
  assert.equal((await agent.next('signal')).data, 'a key');
  await agent.until(() => agent.bytes.length === frames.length);
  assert.ok(agent.bytes.every((bytes, index) => bytes.equals(frames[index]!)));
  await stranger.beat();
  assert.deepEqual([customer.bytes.length, stranger.bytes.length, stranger.of('signal').length], [0, 0, 0]);
});

test('COB 3 a pass opens one socket, and a wrong one none', async (t) => {
  const sessions = new MemorySessions();
  const relay = await testRelay(t, { cobrowse: sessions });
  const pass = sessions.pass(sessions.begin(), 'customer');
  const [first, second, third] = [await fresh(relay), await fresh(relay), await fresh(relay)];
  first.say({ type: 'join', pass });
  assert.equal((await first.next('joined')).side, 'customer');
  second.say({ type: 'join', pass });
  third.say({ type: 'join', pass: 'guessed' });
  assert.deepEqual([await second.closed, await third.closed], ['unauthorized', 'unauthorized']);
});

test('COB 3 a customer comes from a page of the site, an agent from a desk or from no browser', async (t) => {
  const sessions = new MemorySessions();
  const relay = await testRelay(t, { cobrowse: sessions });
  const id = sessions.begin();
  for (const [side, origin, isIn] of [
    ['customer', SHOP, true],
    ['customer', DESK, false],
    ['customer', null, false],
    ['agent', DESK, true],
    ['agent', null, true],
    ['agent', SHOP, false],
    ['agent', 'https://other-desk.example', false],
  ] as const) {
    const end = await fresh(relay, origin);
    end.say({ type: 'join', pass: sessions.pass(id, side) });
    if (isIn) await end.next('joined');
    else assert.equal(await end.closed, 'wrong-origin', `${side} from ${String(origin)}`);
  }
  const evil = new WebSocket(relay.url.replace('http', 'ws') + COBROWSE_SOCKET, { headers: { origin: 'https://evil.example' } });
  const refused = new Promise<string>((resolve) => evil.on('error', ({ message }) => resolve(message)));
  assert.match(await refused, /403/);
});

test('COB 3 the newest of a side is the one; the one before is told, and the other side meets anew', async (t) => {
  const { relay, sessions, id, customer, agent } = await met(t);
  await agent.next('met');
  const tab = await joined(relay, sessions, id, 'customer');
  assert.equal((await customer.next('parted')).why, 'elsewhere');
  assert.equal(await customer.closed, 1_000);
  const [one, two] = [await tab.next('met'), await agent.next('met')];
  assert.equal(one.meeting, two.meeting);
  tab.socket.send(Buffer.from('sealed'));
  await agent.until(() => agent.bytes.length === 1);
});

test('COB 3 who goes is told of, and a session that ends closes both', async (t) => {
  const { relay, sessions, id, customer, agent } = await met(t);
  await agent.next('met');
  customer.socket.close();
  assert.equal((await agent.next('parted')).why, 'away');
  agent.socket.send(Buffer.from('to nobody'));
  const back = await joined(relay, sessions, id, 'customer');
  await agent.next('met');
  sessions.change(relay, id, { state: 'ended', end: 'agent' });
  for (const end of [back, agent]) {
    assert.equal((await end.next('changed')).session.end, 'agent');
    assert.equal(await end.closed, 1_000);
  }
  assert.deepEqual(back.bytes, []);
});

test('COB 1 nobody meets before the customer has allowed it', async (t) => {
  const sessions = new MemorySessions();
  const relay = await testRelay(t, { cobrowse: sessions });
  const id = sessions.begin('asked');
  const customer = await joined(relay, sessions, id, 'customer');
  const agent = await joined(relay, sessions, id, 'agent');
  agent.socket.send(Buffer.from('too early'));
  await Promise.all([agent.beat(), customer.beat()]);
  assert.deepEqual([agent.of('met'), customer.of('met'), customer.bytes], [[], [], []]);
  sessions.change(relay, id, { state: 'allowed' });
  assert.equal((await agent.next('changed')).session.state, 'allowed');
  await Promise.all([agent.next('met'), customer.next('met')]);
});

test('COB 3 what changed while a side was on its way in is in what it is told first', async (t) => {
  const sessions = new MemorySessions();
  const relay = await testRelay(t, { cobrowse: sessions });
  const id = sessions.begin();
  const pass = sessions.pass(id, 'agent');
  sessions.sessions.set(id, { ...sessions.sessions.get(id)!, state: 'ended', end: 'customer' });
  const agent = await fresh(relay, DESK);
  agent.say({ type: 'join', pass });
  assert.equal((await agent.next('joined')).session.state, 'ended');
  assert.equal(await agent.closed, 1_000);
});

test('COB 5 what a page tells is written down; an agent’s side has nothing to tell', async (t) => {
  const { sessions, customer, agent } = await met(t);
  customer.say({ type: 'tell', what: 'page', page: 'https://shop.example/basket' });
  await customer.beat();
  assert.deepEqual(sessions.told, [{ type: 'tell', what: 'page', page: 'https://shop.example/basket' }]);
  agent.say({ type: 'tell', what: 'control-granted' });
  assert.equal(await agent.closed, 'malformed');
  assert.equal(sessions.told.length, 1);
});

test('COB 3 ten seconds to join, thirty of silence, and no more than a record at a time', async (t) => {
  const { relay, customer, agent } = await met(t);
  const silent = await fresh(relay);
  relay.pass(OPENING - 1);
  assert.equal(silent.socket.readyState, WebSocket.OPEN);
  relay.pass(1);
  assert.equal(await silent.closed, 'too-late');
  await agent.beat();
  relay.pass(SILENCE - 1);
  assert.equal(await customer.closed, 'silent');
  await agent.beat();
  agent.socket.send(randomBytes(30_000));
  assert.equal(await agent.closed, 'too-large');
});

test('COB 3 what is no word of ours, or comes before its turn, closes the socket', async (t) => {
  const sessions = new MemorySessions();
  const relay = await testRelay(t, { cobrowse: sessions });
  const pass = sessions.pass(sessions.begin(), 'customer');
  const frames: readonly (string | Buffer)[] = [
    '{',
    '{}',
    '{"type":"met"}',
    '{"type":"ping"}',
    '{"type":"signal","data":"x"}',
    Buffer.from('x'),
  ];
  for (const frame of frames) {
    const end = await fresh(relay);
    end.socket.send(frame);
    assert.equal(await end.closed, 'malformed', String(frame));
  }
  const twice = await fresh(relay);
  twice.say({ type: 'join', pass });
  twice.say({ type: 'join', pass });
  assert.equal(await twice.closed, 'malformed');
});

test('COB 3 words that are too many close the socket, and bytes that are too many are held back, not lost', async (t) => {
  const limits = { frameBurst: 20, framesPerSecond: 1, byteBurst: 100_000, bytesPerSecond: 100_000 };
  const { relay, customer, agent } = await met(t, { limits });
  await Promise.all([customer.next('met'), agent.next('met')]);
  for (let count = 0; count < 20; count += 1) customer.socket.send(Buffer.alloc(16_000, count));
  await agent.until(() => agent.bytes.length > 5);
  for (const watched = { count: 0 }; agent.bytes.length < 20; watched.count = agent.bytes.length) {
    await agent.beat();
    if (agent.bytes.length !== watched.count) continue;
    // It stands still till a second has passed.
    relay.pass(1_000);
    await agent.until(() => agent.bytes.length > watched.count);
  }
  assert.deepEqual(
    agent.bytes.map(([first]) => first),
    Array.from({ length: 20 }, (_, index) => index),
  );
  for (let count = 0; count < 40; count += 1) customer.say({ type: 'ping' });
  assert.equal(await customer.closed, 'too-many');
});

test('COB 3 a side that does not read is cut off before it fills the memory', async (t) => {
  const { relay, customer, agent } = await met(t, { limits: { unreadBytes: 100_000, byteBurst: 1e9, frameBurst: 1e6 } });
  await Promise.all([customer.next('met'), agent.next('met')]);
  agent.socket.pause();
  for (let sent = 0; customer.of('parted').length === 0; sent += 1) {
    assert.ok(sent < 20_000, 'the relay has taken in 320 MB for one reader');
    customer.socket.send(randomBytes(16_000));
    await customer.beat();
  }
  agent.socket.resume();
  assert.equal(await agent.closed, 'slow-reader');
  assert.match(await relay.metrics.registry.metrics(), /deskbell_closes_total\{name="slow-reader"\} 1/);
});

test('COB 3 whoever may have missed something is told to come back, and nothing of a socket stays behind', async (t) => {
  const { relay, customer, agent } = await met(t);
  await Promise.all([customer.next('met'), agent.next('met')]);
  const others = relay.hub.size;
  relay.hub.missed();
  assert.deepEqual([await customer.closed, await agent.closed], ['restart', 'restart']);
  await relay.settle();
  assert.equal(relay.hub.size, others - 1);
});
