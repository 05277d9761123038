import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { MemorySessions, TestPeer, joined } from '../testing/mirror.js';
import { testRelay, type TestRelay, type TestRelayOptions } from '../testing/relay.js';
import { TOKEN_LASTS } from './peer-passes.js';

interface Peers {
  readonly relay: TestRelay;
  readonly one: { readonly id: string; readonly token: string };
  readonly two: { readonly id: string; readonly token: string };
}

/** What two ends of a session were given to come with. */
async function given(t: TestContext, options: TestRelayOptions = {}): Promise<Peers> {
  const sessions = new MemorySessions();
  const relay = await testRelay(t, { cobrowse: sessions, ...options });
  const id = sessions.begin();
  const [agent, customer] = [await joined(relay, sessions, id, 'agent'), await joined(relay, sessions, id, 'customer')];
  return { relay, one: (await customer.next('met')).peer, two: (await agent.next('met')).peer };
}

const offer = (dst: string, sdp = 'sdp') => ({ type: 'OFFER', dst, payload: { sdp, connectionId: 'dc_1' } });

/** A peer that has been greeted. */
async function open(relay: TestRelay, { id, token }: { id: string; token: string }): Promise<TestPeer> {
  const peer = new TestPeer(relay, id, token);
  await peer.next('OPEN');
  return peer;
}

/** What is said to who asks for a socket with this. */
const refusalOf = (relay: TestRelay, id: string, token: string): Promise<string> =>
  new Promise((resolve) => new TestPeer(relay, id, token).socket.on('error', ({ message }) => resolve(message)));

test('COB 3 two peers find each other, whoever is first, and every word comes with whose it is', async (t) => {
  const { relay, one, two } = await given(t);
  const first = await open(relay, one);
  first.say(offer(two.id));
  first.say({ type: 'CANDIDATE', dst: two.id, payload: { candidate: 'c' } });
  const second = await open(relay, two);
  assert.deepEqual(await second.next('OFFER'), { ...offer(two.id), src: one.id });
  await second.next('CANDIDATE');
  second.say({ type: 'ANSWER', dst: one.id, payload: { sdp: 'answer' } });
  assert.equal((await first.next('ANSWER')).src, two.id);
  second.say({ type: 'LEAVE', dst: one.id });
  assert.equal((await first.next('LEAVE')).src, two.id);
});

test('COB 3 a token is good once, for its own peer, and for half a minute', async (t) => {
  const { relay, one, two } = await given(t);
  assert.match(await refusalOf(relay, two.id, one.token), /401/);
  assert.match(await refusalOf(relay, one.id, one.token), /401/, 'it was shown');
  for (const token of ['', 'x', `${one.id}.${'x'.repeat(43)}`, `*.${'x'.repeat(43)}`, two.token.slice(0, -1)])
    assert.match(await inTime(relay, refusalOf(relay, two.id, token)), /401/, token);
  relay.pass(TOKEN_LASTS);
  assert.match(await refusalOf(relay, two.id, two.token), /401/);
});

/** Lets the time pass that another relay may take to answer. */
async function inTime(relay: TestRelay, asked: Promise<string>): Promise<string> {
  const waits = { on: true };
  void asked.then(() => (waits.on = false));
  for (; waits.on; relay.pass(1)) await new Promise(setImmediate);
  return asked;
}

test('COB 3 a peer that is there stays, and another of its id is told so', async (t) => {
  const { relay, one, two } = await given(t);
  const peer = await open(relay, one);
  const second = relay.server.peers.give({ id: one.id, other: two.id, purpose: 'cobrowse', of: 'a session', person: 'ana' });
  const twin = new TestPeer(relay, one.id, second);
  await twin.next('ID-TAKEN');
  assert.equal(await twin.closed, 1_000);
  const other = await open(relay, two);
  other.say(offer(one.id));
  await peer.next('OFFER');
});

test('VOX 3 in a call whoever comes back takes the place of their old socket, which the other is not told of', async (t) => {
  const { relay, one, two } = await given(t);
  const pass = (id: string, other: string): string => relay.server.peers.give({ id, other, purpose: 'call', of: 'a call', person: 'ana' });
  const [old, other] = [
    await open(relay, { id: one.id, token: pass(one.id, two.id) }),
    await open(relay, { id: two.id, token: pass(two.id, one.id) }),
  ];
  other.say(offer(one.id));
  await old.next('OFFER');
  const back = await open(relay, { id: one.id, token: pass(one.id, two.id) });
  assert.equal(await old.closed, 1_000);
  other.say(offer(one.id, 'after'));
  assert.equal((await back.next('OFFER')).src, two.id);
  back.say(offer(two.id));
  await other.next('OFFER');
});

test('COB 3 a peer speaks with the one it was given, in words that are known, and is closed otherwise', async (t) => {
  const { relay, one } = await given(t);
  const stranger = await given(t, { store: relay.store });
  const pass = (): string => relay.server.peers.give({ id: one.id, other: 'somebody', purpose: 'call', of: 'a call', person: 'ana' });
  const target = await open(stranger.relay, stranger.two);
  for (const message of [offer(stranger.two.id), { type: 'OPEN' }, { type: 'OFFER', dst: 'somebody', payload: 7 }, 'text', null]) {
    const peer = await open(relay, { id: one.id, token: pass() });
    peer.say(message);
    assert.ok((await peer.next('ERROR')).payload?.msg);
    assert.equal(await peer.closed, 'malformed');
  }
  assert.deepEqual(
    target.received.map(({ type }) => type),
    ['OPEN'],
  );
});

test('COB 3 what waits for a peer that never comes expires, and is not without end', async (t) => {
  const { relay, one, two } = await given(t);
  const peer = await open(relay, one);
  peer.say(offer(two.id));
  peer.say({ type: 'CANDIDATE', dst: two.id, payload: {} });
  peer.say({ type: 'HEARTBEAT' });
  await relay.settle();
  while (!peer.received.some(({ type }) => type === 'EXPIRE')) {
    relay.pass(5_000);
    peer.say({ type: 'HEARTBEAT' });
    await new Promise(setImmediate);
  }
  assert.equal((await peer.next('EXPIRE')).src, two.id);
  for (let count = 0; count < 70; count += 1) peer.say(offer(two.id));
  assert.equal(await peer.closed, 'too-many');
});

test('COB 3 no token stands in the log', async (t) => {
  const { relay, one, two } = await given(t);
  await open(relay, one);
  assert.match(await refusalOf(relay, one.id, one.token), /401/);
  await fetch(`${relay.url}/v1/peers/peerjs?id=${one.id}&token=${two.token}`);
  assert.ok(relay.logged.length > 0);
  for (const { token } of [one, two]) assert.equal(relay.logged.join().includes(token), false);
});

test('COB 3 with a TURN both get credentials of their own that end with the session at the latest', async (t) => {
  const sessions = new MemorySessions();
  const turn = { urls: ['turn:turn.example:3478'], secret: 'known to the TURN server' };
  const relay = await testRelay(t, { cobrowse: sessions, turn });
  const id = sessions.begin();
  const [agent, customer] = [await joined(relay, sessions, id, 'agent'), await joined(relay, sessions, id, 'customer')];
  const [[one], [two]] = [(await customer.next('met')).iceServers, (await agent.next('met')).iceServers];
  assert.ok(one?.username && one.credential && two);
  assert.deepEqual(one.urls, turn.urls);
  assert.equal(Number(one.username.split(':')[0]) * 1_000, relay.clock.now + 4 * 3_600_000);
  assert.notEqual(one.username, two.username);
  // HMAC-SHA1 in Base64: 20 bytes.
  assert.match(one.credential, /^[\w+/]{27}=$/);
  assert.equal(JSON.stringify(one).includes(turn.secret), false);
});
