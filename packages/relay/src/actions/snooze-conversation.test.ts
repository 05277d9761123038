import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay, type TestRelay } from '../testing/relay.js';

const snooze = (relay: TestRelay, conversation: string, ms = 60_000) =>
  ({ type: 'conversation.snooze', id: v7(), conversation, until: relay.clock.now + ms }) as const;

test('SNZ 1 nothing is snoozed while a reply is due, nor into the past, nor by anybody else', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'And?' });
  await agent.next('message.sent');
  assert.equal(await agent.ask(snooze(relay, conversation)), 'wrong-phase');
  await agent.ask({ type: 'message.send', id: v7(), conversation, text: 'I look it up' });
  assert.equal(await agent.ask(snooze(relay, conversation, 0)), 'malformed');
  assert.equal(await agent.ask(snooze(relay, conversation, 400 * 24 * 3_600_000)), 'malformed');
  const ben = await relay.agent({ id: 'ben' });
  assert.equal(await ben.ask(snooze(relay, conversation)), 'not-found');
  assert.equal(await agent.ask({ type: 'conversation.wake', id: v7(), conversation }), 'wrong-phase');
  assert.equal(await agent.ask(snooze(relay, conversation)), undefined);
  assert.equal((await relay.row(conversation)).snoozedUntil, relay.clock.now + 60_000);
});

test('SNZ 2 C2 its slot is free meanwhile, and the transcript tells of it to agents only', async (t) => {
  const queues = [{ id: 'front', name: 'Front', offer: { mode: 'push' as const } }];
  const relay = await testRelay(t, { settings: { queues, slots: { chat: 1 } } });
  const ana = await relay.available('ana');
  const [one, two] = [await relay.waiting(), await relay.waiting()];
  await ana.ask({ type: 'conversation.accept', id: v7(), conversation: one.conversation });
  await ana.ask(snooze(relay, one.conversation));
  await relay.settle();
  assert.equal((await relay.row(two.conversation)).offer?.agent.id, 'ana');
  assert.equal(ana.of('conversation.snoozed').length, 1);
  assert.deepEqual([one.client.of('conversation.snoozed').length, one.client.of('event.hidden').length], [0, 2]);
});

for (const [by, why] of [
  ['the time', 'time'],
  ['the agent’s hand', 'agent'],
  ['the customer’s message', null],
  ['the agent’s message', null],
] as const) {
  test(`SNZ 3 C5 it is woken by ${by}, and finds room where there is none`, async (t) => {
    const relay = await testRelay(t, { settings: { slots: { chat: 1 } } });
    const { agent: ana, customer, conversation } = await relay.talking();
    await ana.ask({ type: 'status.set', status: 'available' });
    await ana.ask(snooze(relay, conversation));
    const second = (await relay.waiting()).conversation;
    assert.equal(await ana.ask({ type: 'conversation.accept', id: v7(), conversation: second }), undefined);
    const say = { type: 'message.send', id: v7(), conversation, text: 'Well' } as const;
    if (by === 'the time') await relay.wait(60_000);
    if (by === 'the agent’s hand') await ana.ask({ type: 'conversation.wake', id: v7(), conversation });
    if (by === 'the agent’s message') await ana.ask(say);
    if (by === 'the customer’s message') await customer.client.ask(say);
    const row = await relay.row(conversation);
    assert.deepEqual([row.phase, row.agent?.id, row.snoozedUntil], ['active', 'ana', null]);
    assert.deepEqual(
      ana.of('conversation.woken').map((event) => event.why),
      why ? [why] : [],
    );
    assert.equal((await relay.store.agent('harbour', 'ana'))?.load, 2);
    const third = (await relay.waiting()).conversation;
    assert.equal(await ana.ask({ type: 'conversation.accept', id: v7(), conversation: third }), 'no-slot');
    await relay.wait(64_000);
    assert.equal((await relay.row(conversation)).seq, row.seq);
    assert.equal(await relay.store.nextDue(), null);
  });
}

test('SNZ 3 snoozed anew after a message, the first time-out does not wake it', async (t) => {
  const relay = await testRelay(t);
  const { agent, conversation } = await relay.talking();
  await agent.ask(snooze(relay, conversation, 60_000));
  await agent.ask({ type: 'message.send', id: v7(), conversation, text: 'By the way' });
  await agent.ask(snooze(relay, conversation, 120_000));
  await relay.wait(116_000);
  assert.notEqual((await relay.row(conversation)).snoozedUntil, null);
  await relay.wait(4_000);
  assert.equal((await relay.row(conversation)).snoozedUntil, null);
});

test('SNZ 3 END 1 a customer who leaves ends it, and an agent who vanishes gives it back awake', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  await agent.ask(snooze(relay, conversation));
  await customer.client.ask({ type: 'conversation.end', id: v7(), conversation });
  const row = await relay.row(conversation);
  assert.deepEqual([row.phase, row.snoozedUntil], ['wrapUp', null]);
  const other = await relay.waiting();
  await agent.ask({ type: 'conversation.accept', id: v7(), conversation: other.conversation });
  await agent.ask(snooze(relay, other.conversation, 3_600_000));
  agent.end();
  await relay.wait(80_000);
  const back = await relay.row(other.conversation);
  assert.deepEqual([back.phase, back.snoozedUntil], ['waiting', null]);
  assert.equal(await relay.store.nextDue(), null);
});
