import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay, type TestRelay } from '../testing/relay.js';

const timed = { mode: 'timed' as const, seconds: 60 };
const codes = [{ id: 'paid', name: 'Paid' }];
const dispositions = [{ id: 'money', name: 'Money', codes }];

const queues = (wrapUp: { mode: 'immediate' | 'off' } | typeof timed) => [{ id: 'front', name: 'Front', wrapUp }];

const dispose = (conversation: string, disposition = 'resolved') =>
  ({ type: 'conversation.dispose', id: v7(), conversation, disposition, description: 'all well' }) as const;

const end = (conversation: string) => ({ type: 'conversation.end', id: v7(), conversation }) as const;

const load = async (relay: TestRelay): Promise<number | undefined> => (await relay.store.agent('harbour', 'ana'))?.load;

test('END 2 immediate: the slot is free at once, and the disposition has all the time', async (t) => {
  const relay = await testRelay(t, { settings: { queues: queues({ mode: 'immediate' }), slots: { chat: 1 } } });
  const { agent, conversation } = await relay.talking();
  assert.equal(await agent.ask(end(conversation)), undefined);
  assert.equal(await load(relay), 0);
  assert.equal(await relay.store.nextDue(), null);
  await relay.wait(600_000);
  assert.equal((await relay.row(conversation)).phase, 'wrapUp');
  assert.equal(await agent.ask(dispose(conversation)), undefined);
  assert.deepEqual(
    agent.of('conversation.disposed').map(({ disposition, description }) => [disposition, description]),
    [['resolved', 'all well']],
  );
});

test('END 2 a disposition that the queue requires cannot be left out, another one can', async (t) => {
  const asked = await testRelay(t, { settings: { queues: queues({ mode: 'immediate' }) } });
  const nothing = (conversation: string) => ({ type: 'conversation.dispose', id: v7(), conversation, description: 'a word' }) as const;
  const first = await asked.talking();
  await first.agent.ask(end(first.conversation));
  first.agent.say(nothing(first.conversation));
  const refused = await first.agent.next('refused');
  assert.equal(refused.detail, 'disposition: has to be chosen in this queue (resolved, abandoned, pending)');
  assert.equal((await asked.row(first.conversation)).phase, 'wrapUp');

  const free = [{ id: 'front', name: 'Front', wrapUp: { mode: 'immediate' as const }, dispositions: 'money' }];
  const relay = await testRelay(t, { settings: { queues: free, dispositions: [{ id: 'money', name: 'Money', codes, required: false }] } });
  const { agent, conversation } = await relay.talking();
  await agent.ask(end(conversation));
  assert.equal(await agent.ask(nothing(conversation)), undefined);
  const { phase, disposition } = await relay.row(conversation);
  assert.deepEqual([phase, disposition], ['closed', null]);
  assert.deepEqual(
    agent.of('conversation.disposed').map((event) => [event.disposition, event.description]),
    [[null, 'a word']],
  );
});

test('END 3 timed: the slot is taken until the disposition', async (t) => {
  const relay = await testRelay(t, { settings: { queues: queues(timed), slots: { chat: 1 } } });
  const { agent, conversation } = await relay.talking();
  await agent.ask(end(conversation));
  assert.equal(agent.of('wrap-up.timed')[0]?.until, relay.clock.now + 60_000);
  assert.equal(await load(relay), 1);
  const other = (await relay.waiting()).conversation;
  const accept = () => agent.ask({ type: 'conversation.accept', id: v7(), conversation: other });
  assert.equal(await accept(), 'no-slot');
  assert.equal(await agent.ask(dispose(conversation)), undefined);
  assert.equal(await accept(), undefined);
  assert.equal(await relay.store.nextDue(), null);
});

test('END 3 timed: when the time is up the system’s own disposition is filled in, and the agent is told', async (t) => {
  const systemDisposition = { id: 'late', name: 'Too late' };
  const relay = await testRelay(t, { settings: { queues: queues(timed), systemDisposition, slots: { chat: 1 } } });
  const { agent, customer, conversation } = await relay.talking();
  // The customer's leaving starts it as well.
  await customer.client.ask(end(conversation));
  await agent.next('wrap-up.timed');
  await relay.wait(56_000);
  assert.equal((await relay.row(conversation)).phase, 'wrapUp');
  await relay.wait(4_000);
  const told = await agent.next('conversation.disposed');
  assert.deepEqual([told.disposition, told.by.role], ['late', 'system']);
  const { phase, disposition, wrapUpUntil } = await relay.row(conversation);
  assert.deepEqual([phase, disposition, wrapUpUntil, await load(relay)], ['closed', 'late', null, 0]);
  assert.equal(await agent.ask(dispose(conversation)), 'wrong-phase');
  assert.deepEqual(customer.client.of('wrap-up.timed'), []);
});

test('END 4 off: it is closed at its end, without a disposition', async (t) => {
  const relay = await testRelay(t, { settings: { queues: queues({ mode: 'off' }) } });
  const { agent, conversation } = await relay.talking();
  await agent.ask(end(conversation));
  const { phase, disposition } = await relay.row(conversation);
  assert.deepEqual([phase, disposition, await load(relay)], ['closed', null, 0]);
  assert.equal(await agent.ask(dispose(conversation)), 'wrong-phase');
  agent.say({ type: 'session.leave' });
  assert.equal(await agent.closed, 'signed-out');
});

test('END 5 END 6 after a transfer the last queue’s mode and dispositions count', async (t) => {
  const settings = {
    queues: [...queues({ mode: 'off' }), { id: 'billing', name: 'Billing', wrapUp: timed, dispositions: 'money' }],
    dispositions,
  };
  const relay = await testRelay(t, { settings });
  const { agent, conversation } = await relay.talking();
  await agent.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { queue: 'billing' } });
  assert.equal(await agent.ask({ type: 'conversation.accept', id: v7(), conversation }), undefined);
  await agent.ask(end(conversation));
  assert.equal((await relay.row(conversation)).wrapUpUntil, relay.clock.now + 60_000);
  assert.equal(await agent.ask(dispose(conversation, 'resolved')), 'malformed');
  assert.equal((await relay.row(conversation)).phase, 'wrapUp');
  assert.equal(await agent.ask(dispose(conversation, 'paid')), undefined);
});

test('END 1 P6 nobody but its agent and its customer ends it, and it ends once', async (t) => {
  const relay = await testRelay(t, { settings: { queues: queues(timed) } });
  const { agent, customer, conversation } = await relay.talking();
  const ben = await relay.agent({ id: 'ben' });
  assert.equal(await ben.ask(end(conversation)), 'not-found');
  const command = end(conversation);
  assert.equal(await agent.ask(command), undefined);
  relay.clock.now += 10_000;
  assert.equal(await agent.ask(command), undefined);
  assert.equal(await customer.client.ask(end(conversation)), 'wrong-phase');
  const log = await relay.store.eventsAfter(conversation, 0, 10);
  assert.deepEqual(
    log.map(({ type }) => type),
    ['conversation.started', 'conversation.accepted', 'conversation.ended', 'wrap-up.timed'],
  );
  assert.equal((await relay.row(conversation)).wrapUpUntil, relay.clock.now + 50_000);
});
