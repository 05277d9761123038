import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOffline, linked, phaseOf, whyEnded } from './testing/linked.js';
import { settle } from './testing/settle.js';

test('it opens a session, and says so', async () => {
  const { link, phases, events, relay } = await linked();
  assert.deepEqual(phases, ['connecting', 'open']);
  assert.deepEqual(events, ['session.opened']);
  link.connect();
  await settle();
  assert.equal(relay.network.opened, 1);
});

test('DLV 2 a loss of the network is told, and so is its end', async () => {
  const { link, phases, relay, clock } = await linked();
  relay.network.drop();
  await settle();
  assert.equal(phaseOf(link), 'lost');
  await clock.advance(60_000);
  assert.equal(phaseOf(link), 'lost');
  relay.network.restore();
  await clock.advance(30_000);
  assert.equal(phaseOf(link), 'open');
  assert.deepEqual([...new Set(phases)], ['connecting', 'open', 'lost']);
});

test('DLV 2 a network that goes without a word is missed within 10 s', async () => {
  const { link, relay, clock } = await linked();
  relay.network.drop(false);
  await clock.advance(10_000);
  assert.equal(phaseOf(link), 'lost');
});

test('each attempt waits longer than the one before, up to 30 s', async () => {
  const { link, relay, clock } = await linked();
  relay.network.drop();
  await settle();
  const waits: number[] = [];
  while (waits.length < 8) {
    const { connection } = link;
    assert.ok(connection.phase === 'lost');
    const wait = connection.retryAt - clock.now();
    waits.push(wait);
    await clock.advance(wait);
  }
  assert.deepEqual(waits, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

for (const sign of ['online', 'visible', 'thawed'] as const) {
  test(`the sign "${sign}" ends the waiting`, async () => {
    const { link, relay, clock, page } = await linked();
    relay.network.drop();
    await clock.advance(60_000);
    relay.network.restore();
    page.sign(sign);
    await settle();
    assert.equal(phaseOf(link), 'open');
  });

  test(`at the sign "${sign}" an open socket has to show that it lives`, async () => {
    const { link, relay, clock, page } = await linked();
    relay.network.drop(false);
    page.sign(sign);
    await clock.advance(4_000);
    assert.equal(phaseOf(link), 'lost');
  });
}

test('signs that come together open one socket', async () => {
  const { relay, clock, page } = await linked();
  relay.network.drop();
  await clock.advance(60_000);
  relay.network.restore();
  const before = relay.network.opened;
  page.sign('online');
  page.sign('visible');
  page.sign('thawed');
  await settle();
  assert.equal(relay.network.opened, before + 1);
});

test('DLV 2 while the browser says that there is no network, the loss says so too', async () => {
  const { link, relay, page } = await linked();
  relay.network.drop();
  await settle();
  assert.equal(isOffline(link), false);
  page.sign('offline');
  assert.equal(isOffline(link), true);
});

test('a relay that restarts is found again at once', async () => {
  const { link, relay, clock } = await linked();
  await clock.advance(20_000);
  relay.closeAll('restart');
  await clock.advance(250);
  assert.equal(phaseOf(link), 'open');
});

test('a relay that throws its clients out again and again is left in peace for longer and longer', async () => {
  const { relay, clock } = await linked();
  for (let minute = 0; minute < 60; minute++) {
    await clock.advance(1_000);
    relay.closeAll('slow-reader');
  }
  assert.ok(relay.network.opened <= 10, String(relay.network.opened));
});

for (const why of ['too-old', 'wrong-origin', 'malformed', 'too-large'] as const) {
  test(`closed with "${why}", it does not come back by itself, but when it is asked to`, async () => {
    const { link, relay, clock } = await linked();
    relay.closeAll(why);
    await clock.advance(120_000);
    assert.equal(whyEnded(link), why);
    assert.equal(relay.network.opened, 1);
    link.connect();
    await settle();
    assert.equal(phaseOf(link), 'open');
  });
}

test('a session that does not open within 10 s is tried anew', async () => {
  const { link, relay, clock } = await linked({ connect: false });
  relay.network.drop(false);
  link.connect();
  await clock.advance(9_999);
  assert.equal(phaseOf(link), 'connecting');
  await clock.advance(1);
  assert.equal(phaseOf(link), 'lost');
  relay.network.restore();
  await clock.advance(1_000);
  assert.equal(phaseOf(link), 'open');
});

test('a frame that cannot be read ends the socket, and the next one goes on', async () => {
  const { link, relay, clock, phases } = await linked();
  for (const connection of relay.connections) connection.send({ type: 'listening.changed', on: 'yes' } as never);
  await clock.advance(1_000);
  assert.equal(phaseOf(link), 'open');
  assert.ok(phases.includes('lost'));
});

test('a frame of a newer relay that says something unknown is left alone', async () => {
  const { link, relay, events } = await linked();
  for (const connection of relay.connections) connection.send({ type: 'weather.changed', rain: true } as never);
  await settle();
  assert.equal(phaseOf(link), 'open');
  assert.deepEqual(events, ['session.opened']);
});

test('closed, it leaves neither socket nor timer behind', async () => {
  const { link, relay, clock } = await linked();
  link.close();
  await settle();
  assert.equal(relay.connections.size, 0);
  assert.equal(clock.timers, 0);
  assert.equal(phaseOf(link), 'idle');
});
