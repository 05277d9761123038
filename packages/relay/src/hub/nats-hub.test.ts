import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAX_LINE, MAX_TEXT } from '@deskbell/protocol/text.js';
import { connect } from '@nats-io/transport-node';
import { StartError } from '../start-error.js';
import { testNats, withoutNats } from '../testing/nats.js';
import { hubContract } from './contract.js';
import type { Envelope, Told } from './hub.js';
import { NatsHub } from './nats-hub.js';
import { LARGEST_TELLING, openNatsHub } from './open-nats-hub.js';

const quiet = { error: () => undefined, warn: () => undefined };
const moved = (queue: string): Told => ({ kind: 'moved', queue });

const nats = await testNats();

/** Two relays that NATS joins. */
async function twoRelays(): Promise<{ near: NatsHub; far: NatsHub; settled(): Promise<void>; close(): Promise<void> }> {
  const [near, far] = [await openNatsHub(nats.url, quiet), await openNatsHub(nats.url, quiet)];
  return {
    near,
    far,
    // What was told is with NATS after the first, and with the other relay after the second; what somebody told in turn takes another round.
    settled: async () => {
      for (const hub of [near, far, near, far]) await hub.subscribed();
    },
    close: async () => {
      await Promise.all([near.close(), far.close()]);
    },
  };
}

/** Has relays look, as they do each second, until something is so. */
async function look(hubs: readonly NatsHub[], isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    for (const hub of hubs) hub.check();
    await new Promise(setImmediate);
  }
}

/** Has a relay look more often than anybody's patience lasts, each time with the answers. */
async function lookOften(hub: NatsHub): Promise<void> {
  for (let times = 0; times < 10; times += 1) {
    hub.check();
    await hub.subscribed();
    await new Promise(setImmediate);
  }
}

/** Keeps what it is told, in short. */
function listener(): { heard: string[]; deliver(envelope: Envelope): void } {
  const heard: string[] = [];
  return { heard, deliver: ({ told }) => void heard.push(told.kind === 'moved' ? told.queue : told.kind) };
}

describe('relays joined by NATS', { skip: withoutNats, concurrency: false }, () => {
  hubContract('NATS', async () => {
    const { near, far, settled, close } = await twoRelays();
    return { near, far, settled, topics: () => near.size, close };
  });

  test('one’s own people are told at once, before NATS has it', async () => {
    const { near, close } = await twoRelays();
    const here = listener();
    near.subscribe('a', here);
    near.publish('a', moved('one'));
    assert.deepEqual(here.heard, ['one']);
    await close();
  });

  test('DLV 5 while NATS is away each relay tells its own, and afterwards whoever may have missed something is told so', async () => {
    const { near, far, settled, close } = await twoRelays();
    const [here, there, elsewhere] = [listener(), listener(), listener()];
    near.subscribe('a', here);
    far.subscribe('a', there);
    far.subscribe('b', elsewhere);
    await settled();
    near.publish('a', moved('one'));
    await settled();
    await nats.stop();
    await look([], () => near.isAway && far.isAway);
    near.publish('a', moved('two'));
    await far.subscribed();
    await nats.start();
    await look([near, far], () => !near.isAway && !far.isAway);
    await settled();
    // A relay whose new connection does not answer in time comes back once more, and says so again.
    assert.deepEqual([here.heard.slice(0, 2), new Set(here.heard.slice(2))], [['one', 'two'], new Set(['missed'])]);
    assert.deepEqual([there.heard[0], new Set(there.heard.slice(1))], ['one', new Set(['missed'])]);
    assert.deepEqual(new Set(elsewhere.heard), new Set(['missed']));
    near.publish('a', moved('three'));
    await settled();
    assert.equal(there.heard.at(-1), 'three');
    await close();
  });

  test('DLV 5 what one relay told that was cut off alone is told as missed to those who were there all the time', async () => {
    const { near, far, settled, close } = await twoRelays();
    const [there, elsewhere] = [listener(), listener()];
    far.subscribe('a', there);
    far.subscribe('b', elsewhere);
    await settled();
    // As much as this, unanswered in one turn, is taken for a NATS that hangs.
    const much = 'x'.repeat(100_000);
    while (!near.isAway) near.publish('a', moved(much));
    near.publish('c', moved('nobody listens'));
    await look([near], () => !near.isAway && there.heard.includes('missed'));
    assert.deepEqual(elsewhere.heard, []);
    await close();
  });

  test('DLV 5 more topics in doubt than can be remembered make everybody look', async () => {
    const { near, far, settled, close } = await twoRelays();
    const there = listener();
    far.subscribe('a', there);
    await settled();
    const much = 'x'.repeat(100_000);
    while (!near.isAway) near.publish('b', moved(much));
    for (let index = 0; index <= 10_000; index += 1) near.publish(`conversation.${String(index)}`, moved('x'));
    await look([near], () => there.heard.includes('missed'));
    await close();
  });

  test('DLV 5 a NATS that hangs is left, nobody waits for it, and once it is there again all go on', async () => {
    const { near, far, settled, close } = await twoRelays();
    const there = listener();
    far.subscribe('a', there);
    await settled();
    nats.freeze();
    near.publish('a', moved('one'));
    const subscribed = near.subscribed();
    for (let times = 0; times < 4; times += 1) near.check();
    assert.equal(near.isAway, true);
    await subscribed;
    for (let times = 0; times < 4; times += 1) far.check();
    assert.equal(far.isAway, true);
    nats.thaw();
    await look([near, far], () => !near.isAway && !far.isAway);
    await settled();
    near.publish('a', moved('two'));
    await settled();
    assert.equal(there.heard.at(-1), 'two');
    assert.ok(there.heard.includes('missed'));
    await close();
  });

  test('DLV 5 O6 a relay that is killed may have told nobody what it saved last: the people of the others look', async () => {
    const near = await openNatsHub(nats.url, quiet);
    const here = listener();
    near.subscribe('a', here);
    const dying = await connect({ servers: nats.url, noEcho: true, reconnect: false });
    const killed = new NatsHub(dying, () => Promise.reject(new Error('it is dead')), quiet);
    await lookOften(near);
    assert.deepEqual(here.heard, []);
    await dying.close();
    await look([near], () => here.heard.length > 0);
    assert.deepEqual(here.heard, ['missed']);
    await Promise.all([near.close(), killed.close()]);
  });

  test('DLV 5 O6 a relay that ends in order has told everything: nobody has to look', async () => {
    const { near, far, settled } = await twoRelays();
    const here = listener();
    near.subscribe('a', here);
    await settled();
    await far.close();
    await lookOften(near);
    assert.deepEqual(here.heard, []);
    await near.close();
  });

  test('a relay ends also while NATS hangs, or is away', async () => {
    const { near, far } = await twoRelays();
    nats.freeze();
    near.publish('a', moved('one'));
    await near.close();
    nats.thaw();
    await nats.stop();
    await look([], () => far.isAway);
    await far.close();
    await nats.start();
  });

  test('what is no telling is logged, and harms nobody', async () => {
    const logged: object[] = [];
    const relay = await openNatsHub(nats.url, { ...quiet, error: (what: object) => logged.push(what) });
    const stranger = await connect({ servers: nats.url });
    const there = listener();
    relay.subscribe('a', there);
    await relay.subscribed();
    stranger.publish('deskbell.a', '{"kind":');
    stranger.publish('deskbell.a', JSON.stringify(moved('one')));
    await stranger.flush();
    await relay.subscribed();
    assert.deepEqual([there.heard, logged.length], [['one'], 1]);
    await Promise.all([relay.close(), stranger.close()]);
  });

  test('the largest telling fits', async () => {
    const { near, far, settled, close } = await twoRelays();
    const event = {
      type: 'message.sent',
      conversation: crypto.randomUUID(),
      seq: 2_147_483_647,
      id: crypto.randomUUID(),
      at: Date.UTC(2100, 0),
      by: { id: '\u0001'.repeat(MAX_LINE), name: '\u0001'.repeat(MAX_LINE), role: 'supervisor' },
      // The worst that JSON can make of a text.
      text: '\u0001'.repeat(MAX_TEXT),
    } as const;
    assert.ok(Buffer.byteLength(JSON.stringify({ kind: 'logged', event })) < LARGEST_TELLING);
    const there: Envelope[] = [];
    far.subscribe('a', { deliver: (envelope) => void there.push(envelope) });
    await settled();
    near.publish('a', { kind: 'logged', event });
    await settled();
    assert.deepEqual(there[0]?.told, { kind: 'logged', event });
    await close();
  });
});

test('a NATS that is not there gets a sentence that says what to do, without the password', async () => {
  await assert.rejects(openNatsHub('nats://user:secret-word@127.0.0.1:1', quiet), (fault) => {
    assert.ok(fault instanceof StartError);
    assert.match(fault.message, /^NATS cannot be reached at 127\.0\.0\.1:1 \(.*\)\. Start it .*NATS_URL/);
    assert.doesNotMatch(fault.message, /secret-word/);
    return true;
  });
});

test('an address that is none gets a sentence', async () => {
  for (const url of ['', 'nonsense', 'http://127.0.0.1:4222', ','])
    await assert.rejects(openNatsHub(url, quiet), /^StartError: NATS_URL has to be/);
});
