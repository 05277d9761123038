import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { linked, phaseOf, whyEnded } from './testing/linked.js';
import { ANA } from './testing/scenes.js';
import { settle } from './testing/settle.js';

test('a token that ended in mid-conversation is replaced by a new one', async () => {
  const { link, relay, clock, asked } = await linked();
  await clock.advance(1_000);
  relay.closeAll('unauthorized');
  await clock.advance(1_000);
  assert.equal(phaseOf(link), 'open');
  assert.deepEqual(asked, [false, true]);
});

test('where the new token is refused as well, it ends', async () => {
  const { link, relay, clock, asked } = await linked({ connect: false });
  relay.refusesBefore = Infinity;
  link.connect();
  await clock.advance(60_000);
  assert.equal(whyEnded(link), 'unauthorized');
  assert.deepEqual(asked, [false, true]);
});

test('without a token there is no session', async () => {
  const { link } = await linked({ token: () => Promise.resolve(undefined) });
  assert.equal(whyEnded(link), 'no-token');
});

test('whoever gives the token may be out of reach for a while', async () => {
  let reachable = false;
  const { link, clock, relay } = await linked({
    token: () => (reachable ? Promise.resolve(relay.tokenFor(ANA)) : Promise.reject(new TypeError('Failed to fetch'))),
  });
  assert.equal(phaseOf(link), 'lost');
  reachable = true;
  await clock.advance(1_000);
  assert.equal(phaseOf(link), 'open');
});

test('a relay that gives no token now is asked again when it said', async () => {
  const { link, clock } = await linked({ token: () => Promise.reject(new RelayError('slow-down', 'too many', { retryAfter: 20_000 })) });
  assert.ok(link.connection.phase === 'lost' && link.connection.retryAt === clock.now() + 20_000);
});

for (const [code, why] of [
  ['wrong-origin', 'wrong-origin'],
  ['not-found', 'no-token'],
] as const) {
  test(`a token refused with "${code}" ends it with "${why}"`, async () => {
    const { link } = await linked({ token: () => Promise.reject(new RelayError(code)) });
    assert.equal(whyEnded(link), why);
  });
}

test('a token is renewed before it ends', async () => {
  const { relay, clock, link, events } = await linked({ connect: false });
  relay.tokenLife = 10 * 60_000;
  link.connect();
  await clock.advance(9 * 60_000);
  assert.equal(events.at(-1), 'session.renewed');
  await clock.advance(9 * 60_000);
  assert.equal(events.filter((type) => type === 'session.renewed').length, 2);
  assert.equal(relay.network.opened, 1);
});

test('a local clock that is hours off does not renew too late', async () => {
  const { relay, clock, link, events } = await linked({ connect: false });
  relay.tokenLife = 10 * 60_000;
  link.connect();
  await settle();
  clock.jump(-5 * 3_600_000);
  await clock.advance(9 * 60_000);
  assert.equal(events.at(-1), 'session.renewed');
});

test('who comes back as somebody else says so with a new token', async () => {
  const { link, relay, asked, phases } = await linked();
  link.reopen();
  await settle();
  assert.equal(phaseOf(link), 'open');
  assert.equal(relay.connections.size, 1);
  assert.deepEqual(asked, [false, false]);
  assert.equal(phases.includes('lost'), false);
});
