import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { openNatsHub } from '../hub/open-nats-hub.js';
import { MemorySessions, TestPeer, joined } from '../testing/mirror.js';
import { testNats, withoutNats } from '../testing/nats.js';
import { testRelay, type TestRelay } from '../testing/relay.js';

const quiet = { error: () => undefined, warn: () => undefined };
const nats = await testNats();

/** Two relays on one database, joined by NATS, and where their sessions are kept. */
async function twoRelays(t: TestContext): Promise<{ sessions: MemorySessions; relays: [TestRelay, TestRelay] }> {
  const cobrowse = new MemorySessions();
  const first = await testRelay(t, { cobrowse, hub: await openNatsHub(nats.url, quiet) });
  return {
    sessions: cobrowse,
    relays: [first, await testRelay(t, { cobrowse, hub: await openNatsHub(nats.url, quiet), store: first.store })],
  };
}

test('COB 3 two ends at two relays meet once, and what is sealed comes through whole and in order', { skip: withoutNats }, async (t) => {
  const { sessions, relays } = await twoRelays(t);
  for (const [near, far] of [relays, relays.toReversed() as typeof relays]) {
    const id = sessions.begin();
    const [agent, customer] = await Promise.all([joined(near, sessions, id, 'agent'), joined(far, sessions, id, 'customer')]);
    const [one, two] = [await agent.next('met'), await customer.next('met')];
    assert.equal(one.meeting, two.meeting);
    const frames = Array.from({ length: 100 }, () => randomBytes(16_021));
    for (const frame of frames) customer.socket.send(frame);
    customer.say({ type: 'signal', data: 'after them' });
    await agent.next('signal');
    assert.ok(agent.bytes.every((bytes, index) => bytes.equals(frames[index]!)));
    assert.equal(agent.bytes.length, frames.length);
    sessions.change(far, id, { state: 'ended', end: 'customer' });
    assert.deepEqual([await agent.closed, await customer.closed], [1_000, 1_000]);
  }
});

test('COB 3 of two tabs that join at two relays at once one stays', { skip: withoutNats }, async (t) => {
  const { sessions, relays } = await twoRelays(t);
  const id = sessions.begin();
  const agent = await joined(relays[0], sessions, id, 'agent');
  const tabs = await Promise.all(relays.map((relay) => joined(relay, sessions, id, 'customer')));
  const gone = await Promise.race(tabs.map(async (tab, index) => (await tab.closed) && index));
  const stays = tabs[1 - gone]!;
  assert.equal((await tabs[gone]!.next('parted')).why, 'elsewhere');
  await stays.next('met');
  await stays.beat();
  stays.socket.send(Buffer.from('sealed'));
  await agent.until(() => agent.bytes.length === 1);
});

test(
  'COB 3 peers come to whichever relay, each token is good at one of them, and they find each other',
  { skip: withoutNats },
  async (t) => {
    const { sessions, relays } = await twoRelays(t);
    const id = sessions.begin();
    const [agent, customer] = [await joined(relays[0], sessions, id, 'agent'), await joined(relays[0], sessions, id, 'customer')];
    const [one, two] = [(await customer.next('met')).peer, (await agent.next('met')).peer];
    const [first, second] = [new TestPeer(relays[1], one.id, one.token), new TestPeer(relays[0], two.id, two.token)];
    await Promise.all([first.next('OPEN'), second.next('OPEN')]);
    first.say({ type: 'OFFER', dst: two.id, payload: { sdp: 'x' } });
    assert.equal((await second.next('OFFER')).src, one.id);
    for (const relay of relays) {
      const again = new TestPeer(relay, one.id, one.token);
      assert.match(await new Promise<string>((resolve) => again.socket.on('error', ({ message }) => resolve(message))), /401/);
    }
  },
);

test('COB 3 a NATS that goes and comes back sends both to meet anew', { skip: withoutNats }, async (t) => {
  const { sessions, relays } = await twoRelays(t);
  const id = sessions.begin();
  const [agent, customer] = await Promise.all([joined(relays[0], sessions, id, 'agent'), joined(relays[1], sessions, id, 'customer')]);
  await Promise.all([agent.next('met'), customer.next('met')]);
  await nats.stop();
  while (!relays.every(({ hub }) => hub.isAway)) await new Promise(setImmediate);
  await nats.start();
  while (relays.some(({ hub }) => hub.isAway)) {
    for (const { hub } of relays) hub.check();
    await new Promise(setImmediate);
  }
  assert.deepEqual([await agent.closed, await customer.closed], ['restart', 'restart']);
});
