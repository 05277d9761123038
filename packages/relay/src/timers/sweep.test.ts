import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

test('STA 5 A5 what an agent had whose browser vanished goes back to its old place, with all that was written', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'one' });
  await agent.next('message.sent');
  relay.clock.now += 1_000;
  const later = await relay.waiting();
  const since = (await relay.row(conversation)).waitingSince;
  agent.end();
  await relay.wait(72_000);
  assert.equal((await relay.row(conversation)).phase, 'active');
  await relay.wait(8_000);
  const row = await relay.row(conversation);
  assert.deepEqual([row.phase, row.agent, row.waitingSince], ['waiting', null, since]);
  assert.deepEqual(await relay.store.waitingIn('harbour', 'front'), [conversation, later.conversation]);
  assert.equal((await customer.client.next('queue.placed')).place, 1);
  const ben = await relay.agent({ id: 'ben' });
  await ben.ask({ type: 'conversation.accept', id: v7(), conversation });
  await ben.ask({ type: 'conversation.follow', conversation });
  const { events } = await ben.next('conversation.opened');
  assert.deepEqual(
    events.map(({ type }) => type),
    ['conversation.started', 'conversation.accepted', 'message.sent', 'conversation.returned', 'conversation.accepted'],
  );
});

test('STA 5 an agent who is back in time keeps everything, and is what they were before', async (t) => {
  const relay = await testRelay(t);
  const agent = await relay.available('ana');
  const { conversation } = await relay.waiting();
  await agent.ask({ type: 'conversation.accept', id: v7(), conversation });
  agent.end();
  await relay.wait(60_000);
  const back = await relay.agent();
  const { status, tray } = back.of('session.opened')[0]!;
  assert.deepEqual([status?.digital, tray?.map(({ id }) => id)], ['available', [conversation]]);
  await relay.wait(100_000);
  assert.equal((await relay.row(conversation)).agent?.id, 'ana');
});

test('STA 5 of an agent’s two browsers, on two relays, either may go', async (t) => {
  const first = await testRelay(t);
  const second = await testRelay(t, { store: first.store, hub: first.hub, clock: first.clock });
  const { agent, conversation } = await first.talking();
  await second.agent();
  agent.end();
  for (let passed = 0; passed < 120_000; passed += 4_000) {
    await first.wait(4_000);
    second.pass(0);
    await second.settle();
  }
  assert.equal((await first.row(conversation)).phase, 'active');
});

test('STA 5 nobody has vanished because the relay was away', async (t) => {
  const first = await testRelay(t);
  const { agent, conversation } = await first.talking();
  await first.stop();
  assert.equal(await agent.closed, 1006);
  const clock = { now: first.clock.now + 3_600_000 };
  const next = await testRelay(t, { store: first.store, clock });
  await next.wait(56_000);
  assert.equal((await next.row(conversation)).phase, 'active');
  const back = await next.agent();
  await next.wait(60_000);
  assert.equal((await next.row(conversation)).phase, 'active');
  back.end();
  await next.wait(84_000);
  assert.equal((await next.row(conversation)).phase, 'waiting');
});

test('STA 5 what goes back is waited for anew, and not sent away because it once waited', async (t) => {
  const flows = [{ id: 'sorry', steps: [{ do: 'end' as const }] }];
  const queues = [{ id: 'front', name: 'Front', maxWaitSeconds: 30, noAgents: 'sorry' }];
  const relay = await testRelay(t, { settings: { queues, flows } });
  const { agent, conversation } = await relay.talking();
  agent.end();
  await relay.wait(80_000);
  assert.equal((await relay.row(conversation)).phase, 'waiting');
  await relay.wait(24_000);
  assert.equal((await relay.row(conversation)).phase, 'waiting');
  await relay.wait(8_000);
  assert.equal((await relay.row(conversation)).phase, 'closed');
});

test('STA 6 A3 who lets a customer wait for a reply is Away (Idle), reckoned from when they had the conversation', async (t) => {
  const relay = await testRelay(t, { settings: { idleSeconds: 60 } });
  const ana = await relay.available('ana');
  const { client, conversation } = await relay.waiting();
  await client.ask({ type: 'message.send', id: v7(), conversation, text: 'Anybody?' });
  await relay.wait(80_000);
  await ana.ask({ type: 'conversation.accept', id: v7(), conversation });
  await relay.wait(56_000);
  assert.equal((await relay.store.agent('harbour', 'ana'))?.idle, false);
  await relay.wait(4_000);
  assert.equal((await relay.store.agent('harbour', 'ana'))?.idle, true);
  assert.equal(ana.of('status.changed').at(-1)?.status.voice, 'away-idle');
  assert.equal(await ana.ask({ type: 'status.set', status: 'away-idle' }), 'malformed');
  assert.equal(await ana.ask({ type: 'message.send', id: v7(), conversation, text: 'Here I am' }), undefined);
  await ana.ask({ type: 'status.set', status: 'available' });
  await relay.wait(80_000);
  assert.equal((await relay.store.agent('harbour', 'ana'))?.idle, false);
});
