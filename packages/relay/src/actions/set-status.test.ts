import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

const PUSH = [{ id: 'front', name: 'Front desk', offer: { mode: 'push' as const } }];

test('STA 1 agents choose Available, Away and the workspace’s own; every browser of theirs shows it', async (t) => {
  const statuses = [
    { id: 'training', name: 'Training', tag: 'busy' as const },
    { id: 'floor', name: 'On the floor', tag: 'available' as const },
  ];
  const relay = await testRelay(t, { settings: { queues: PUSH, statuses } });
  const [here, there] = [await relay.agent(), await relay.agent()];
  assert.equal(here.of('session.opened')[0]?.status?.digital, 'away');
  await here.ask({ type: 'status.set', status: 'training' });
  assert.equal((await there.next('status.changed')).status.digital, 'busy');
  const { conversation } = await relay.waiting();
  await relay.server.idle();
  assert.equal((await relay.row(conversation)).offer, null);
  await there.ask({ type: 'status.set', status: 'floor' });
  const { status } = await here.next('status.changed', (event) => event.status.chosen === 'floor');
  assert.deepEqual([status.digital, status.voice], ['available', 'available']);
  await relay.server.idle();
  assert.equal((await relay.row(conversation)).offer?.agent.id, 'ana');
});

test('STA 1 what the workspace has not, and what only the system sets, is refused and changes nothing', async (t) => {
  const relay = await testRelay(t);
  const ana = await relay.available('ana');
  for (const status of ['lunch', 'away-idle', 'system-busy', 'system-away', 'login-prep', 'offline'])
    assert.equal(await ana.ask({ type: 'status.set', status }), 'malformed', status);
  assert.equal((await relay.store.agent('harbour', 'ana'))?.status, 'available');
});

test('STA 2 during Login Prep nothing is routed and nothing is chosen; after it the agent is Away', async (t) => {
  const relay = await testRelay(t, { settings: { queues: PUSH, loginPrepSeconds: 60 } });
  const { conversation } = await relay.waiting();
  const ana = await relay.agent();
  const { status } = ana.of('session.opened')[0] ?? {};
  assert.deepEqual([status?.digital, status?.voice, status?.prepUntil], ['login-prep', 'login-prep', relay.clock.now + 60_000]);
  assert.equal(await ana.ask({ type: 'status.set', status: 'available' }), 'wrong-phase');
  await relay.wait(30_000);
  // Another browser does not begin it anew.
  const again = (await relay.agent()).of('session.opened')[0]?.status;
  assert.equal(again?.prepUntil, status?.prepUntil);
  await relay.wait(30_000);
  assert.equal((await relay.agent()).of('session.opened')[0]?.status?.digital, 'away');
  assert.equal((await relay.row(conversation)).offer, null);
  assert.equal(await ana.ask({ type: 'status.set', status: 'available' }), undefined);
  await relay.server.idle();
  assert.equal((await relay.row(conversation)).offer?.agent.id, 'ana');
});

test('STA 7 full slots are System Busy in writing only, and nothing more can be had till one is free', async (t) => {
  const relay = await testRelay(t, { settings: { slots: { chat: 2 }, people: [{ id: 'ben', slots: { chat: 1 } }] } });
  const [ana, ben] = [await relay.available('ana'), await relay.available('ben')];
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) ids.push((await relay.waiting()).conversation);
  const [one, two, three, four] = ids as [string, string, string, string];
  const take = (agent: typeof ana, conversation: string) => agent.ask({ type: 'conversation.accept', id: v7(), conversation });
  assert.deepEqual([await take(ana, one), await take(ana, two), await take(ana, three)], [undefined, undefined, 'no-slot']);
  assert.deepEqual([await take(ben, three), await take(ben, four)], [undefined, 'no-slot']);
  const { status } = ana.of('status.changed').at(-1)!;
  assert.deepEqual([status.digital, status.voice, status.load, status.slots], ['system-busy', 'available', 2, 2]);
  await ana.ask({ type: 'conversation.end', id: v7(), conversation: one });
  assert.equal(ana.of('status.changed').at(-1)?.status.digital, 'available');
  assert.equal(await take(ana, four), undefined);
});

test('STA 7 of many accepted at once on two relays an agent gets no more than they have slots for', async (t) => {
  const first = await testRelay(t, { settings: { slots: { chat: 2 } } });
  const second = await testRelay(t, { store: first.store, hub: first.hub, settings: { slots: { chat: 2 } } });
  const browsers = [await first.available('ana'), await second.available('ana')];
  const waiting = await Promise.all(Array.from({ length: 8 }, () => first.waiting()));
  const codes = await Promise.all(
    waiting.map(({ conversation }, index) => browsers[index % 2]!.ask({ type: 'conversation.accept', id: v7(), conversation })),
  );
  assert.equal(codes.filter((code) => code === undefined).length, 2);
  assert.equal(codes.filter((code) => code === 'no-slot').length, 6);
});
