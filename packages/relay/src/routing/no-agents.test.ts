import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { testRelay, type TestCustomer } from '../testing/relay.js';

const NEVER = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const hours = [{ id: 'never', timeZone: 'UTC', week: NEVER }];

const sorry = { id: 'sorry', steps: [{ do: 'say' as const, text: 'Nobody is here.' }, { do: 'end' as const }] };
const onwards = {
  id: 'onwards',
  steps: [
    { do: 'say' as const, text: 'One moment.' },
    { do: 'queue' as const, queue: 'second' },
  ],
};
const flows = [sorry, onwards];
const second = { id: 'second', name: 'Second' };

const types = ({ client }: TestCustomer, conversation: string): string[] =>
  client.received.flatMap((event) => ('seq' in event && event.conversation === conversation && 'by' in event ? [event.type] : []));

test('RTG 3 F1 at the end of the maximum wait the queue’s flow speaks and ends', async (t) => {
  const queues = [{ id: 'front', name: 'Front', maxWaitSeconds: 60, noAgents: 'sorry' }];
  const relay = await testRelay(t, { settings: { queues, flows: [sorry] } });
  const customer = await relay.waiting();
  await relay.wait(56_000);
  assert.equal((await relay.row(customer.conversation)).phase, 'waiting');
  await relay.wait(4_000);
  const said = await customer.client.next('message.sent');
  assert.deepEqual([said.text, said.by.role], ['Nobody is here.', 'system']);
  assert.equal((await customer.client.next('conversation.ended')).by.role, 'system');
  const { phase, agent, endedAt } = await relay.row(customer.conversation);
  assert.deepEqual([phase, agent, endedAt], ['closed', null, relay.clock.now]);
  assert.equal(await relay.store.nextDue(), null);
});

test('RTG 3 F2 a flow may move it to another queue, whose agents get it, and whose own wait begins', async (t) => {
  const queues = [
    { id: 'front', name: 'Front', maxWaitSeconds: 60, noAgents: 'onwards', members: ['ben'] },
    { ...second, maxWaitSeconds: 120, noAgents: 'sorry', members: ['ana'], offer: { mode: 'push' as const } },
  ];
  const relay = await testRelay(t, { settings: { queues, flows } });
  const [customer, behind] = [await relay.waiting(), await relay.waiting()];
  await relay.wait(60_000);
  const row = await relay.row(customer.conversation);
  assert.deepEqual([row.queue.id, row.phase, row.waitingSince], ['second', 'waiting', relay.clock.now]);
  assert.deepEqual(types(customer, customer.conversation).slice(-2), ['message.sent', 'conversation.transferred']);
  await relay.wait(116_000);
  assert.equal((await relay.row(behind.conversation)).phase, 'waiting');
  await relay.wait(4_000);
  assert.equal((await relay.row(behind.conversation)).phase, 'closed');
});

test('RTG 4 whoever is behind one that a flow moved has moved up', async (t) => {
  const queues = [{ id: 'front', name: 'Front', maxWaitSeconds: 60, noAgents: 'onwards' }, second];
  const relay = await testRelay(t, { settings: { queues, flows: [onwards] } });
  await relay.waiting();
  await relay.wait(20_000);
  const { client } = await relay.waiting();
  await client.next('queue.placed', ({ place }) => place === 2);
  await relay.wait(40_000);
  assert.equal((await client.next('queue.placed')).place, 1);
});

test('RTG 3 outside the hours the queue’s flow runs at once, before anybody is given it', async (t) => {
  const push = { mode: 'push' as const, autoAnswer: true };
  const queues = [{ id: 'front', name: 'Front', hours: 'never', outOfHours: 'sorry', offer: push }];
  const relay = await testRelay(t, { settings: { queues, flows: [sorry], hours } });
  await relay.available('ana');
  const customer = await relay.waiting();
  await relay.settle();
  assert.deepEqual(types(customer, customer.conversation), ['message.sent', 'conversation.ended']);
  assert.equal((await relay.row(customer.conversation)).phase, 'closed');
});

test('RTG 3 a flow to a queue that is closed as well runs that queue’s flow', async (t) => {
  const queues = [
    { id: 'front', name: 'Front', hours: 'never', outOfHours: 'onwards' },
    { ...second, hours: 'never', outOfHours: 'sorry' },
  ];
  const relay = await testRelay(t, { settings: { queues, flows, hours } });
  const customer = await relay.waiting();
  await relay.settle();
  assert.deepEqual(types(customer, customer.conversation), [
    'message.sent',
    'conversation.transferred',
    'message.sent',
    'conversation.ended',
  ]);
});

test('RTG 3 D1 a flow that the database did not let run is made up for', async (t) => {
  const queues = [{ id: 'front', name: 'Front', hours: 'never', outOfHours: 'sorry' }];
  let isAway = true;
  const relay = await testRelay(t, {
    settings: { queues, flows: [sorry], hours },
    wrap: (store) => {
      const change = store.changeConversation.bind(store);
      store.changeConversation = (...asked) => (isAway ? Promise.reject(new RelayError('unavailable')) : change(...asked));
      return store;
    },
  });
  const { conversation } = await relay.waiting();
  assert.equal((await relay.row(conversation)).phase, 'waiting');
  isAway = false;
  await relay.wait(4_000);
  assert.equal((await relay.row(conversation)).phase, 'closed');
});

test('RTG 3 what is being offered at the end of its wait is not taken away, and its flow runs when nobody accepted', async (t) => {
  const queues = [{ id: 'front', name: 'Front', maxWaitSeconds: 20, noAgents: 'sorry', offer: { mode: 'push' as const, seconds: 20 } }];
  const relay = await testRelay(t, { settings: { queues, flows: [sorry] } });
  const { conversation } = await relay.waiting();
  await relay.wait(12_000);
  await relay.available('ana');
  await relay.wait(16_000);
  assert.equal((await relay.row(conversation)).offer?.agent.id, 'ana');
  await relay.wait(8_000);
  assert.equal((await relay.row(conversation)).phase, 'closed');
});

test('RTG 3 D2 a wait that is as long as a lease does not lose its time-out', async (t) => {
  const queues = [
    { id: 'front', name: 'Front', maxWaitSeconds: 10, noAgents: 'onwards' },
    { ...second, maxWaitSeconds: 10, noAgents: 'sorry' },
  ];
  const relay = await testRelay(t, { settings: { queues, flows } });
  const { conversation } = await relay.waiting();
  relay.pass(10_000);
  await relay.settle();
  assert.equal((await relay.row(conversation)).queue.id, 'second');
  relay.pass(10_000);
  await relay.settle();
  assert.equal((await relay.row(conversation)).phase, 'closed');
});
