import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import type { TestClient } from '../testing/client.js';
import { testRelay } from '../testing/relay.js';

const NEVER = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const hours = [{ id: 'never', timeZone: 'UTC', week: NEVER }];
const queues = [
  { id: 'front', name: 'Front desk' },
  { id: 'billing', name: 'Billing', members: ['ben'], maxWaitSeconds: 600, noAgents: 'sorry', priority: 2 },
  { id: 'night', name: 'Night', hours: 'never' },
];
const flows = [{ id: 'sorry', steps: [{ do: 'end' as const }] }];
const settings = { queues, hours, flows, slots: { chat: 1 } };

const transfer = (conversation: string, to: { queue: string } | { agent: string }) =>
  ({ type: 'conversation.transfer', id: v7(), conversation, to }) as const;

const texts = (client: TestClient): string[] =>
  (client.of('conversation.opened').at(-1)?.events ?? []).flatMap((event) => (event.type === 'message.sent' ? [event.text] : []));

test('TRF 2 TRF 6 a queue that is open, and of which somebody is signed in, gets it; the customer hears of it and has a place again', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, customer, conversation } = await relay.talking();
  assert.equal(await agent.ask(transfer(conversation, { queue: 'billing' })), 'not-there');
  await relay.agent({ id: 'ben' });
  relay.clock.now += 5_000;
  assert.equal(await agent.ask(transfer(conversation, { queue: 'billing' })), undefined);
  const told = await customer.client.next('conversation.transferred');
  assert.deepEqual([told.queue.name, told.agent], ['Billing', null]);
  assert.equal((await customer.client.next('queue.placed')).place, 1);
  const { phase, agent: owner, queue, priority, waitingSince } = await relay.row(conversation);
  assert.deepEqual([phase, owner, queue.id, priority, waitingSince], ['waiting', null, 'billing', 2, relay.clock.now]);
  assert.equal(await relay.store.nextDue(), relay.clock.now + 600_000);
});

test('TRF 2 a queue that is closed, unknown, or of which nobody is there, is refused, and everything stays', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, conversation } = await relay.talking();
  const ben = await relay.agent({ id: 'ben' });
  assert.equal(await agent.ask(transfer(conversation, { queue: 'night' })), 'not-there');
  assert.equal(await agent.ask(transfer(conversation, { queue: 'nowhere' })), 'not-found');
  assert.equal(await ben.ask(transfer(conversation, { queue: 'front' })), 'not-found');
  ben.say({ type: 'session.leave' });
  await ben.closed;
  assert.equal(await agent.ask(transfer(conversation, { queue: 'billing' })), 'not-there');
  assert.equal((await relay.row(conversation)).agent?.id, 'ana');
});

test('TRF 1 the workspace says whether queues, agents or both are transferred to', async (t) => {
  for (const [to, allowed] of [
    ['queues', [undefined, 'not-found']],
    ['agents', ['not-found', undefined]],
  ] as const) {
    const relay = await testRelay(t, { settings: { ...settings, transfers: { to }, slots: { chat: 3 } } });
    const { agent, conversation } = await relay.talking();
    await relay.available('ben');
    const asked: (string | undefined)[] = [];
    for (const target of [{ queue: 'billing' }, { agent: 'ben' }]) {
      asked.push(await agent.ask(transfer(conversation, target)));
      if (to === 'queues') await agent.ask({ type: 'conversation.accept', id: v7(), conversation });
    }
    assert.deepEqual(asked, allowed);
  }
});

test('TRF 3 an agent who is available has it at once, with everything that was said; who had it is put out', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, customer, conversation } = await relay.talking();
  const ben = await relay.available('ben');
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'one' });
  await agent.next('message.sent');
  assert.equal(await agent.ask(transfer(conversation, { agent: 'ben' })), undefined);
  assert.equal((await customer.client.next('conversation.transferred')).agent?.id, 'ben');
  await ben.next('conversation.changed', (event) => event.conversation.agent?.id === 'ben');
  await ben.ask({ type: 'conversation.follow', conversation });
  assert.deepEqual(texts(ben), ['one']);
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: 'two' });
  assert.equal((await ben.next('message.sent')).text, 'two');
  await agent.settled();
  assert.deepEqual([agent.of('message.sent').length, agent.of('conversation.transferred').length], [1, 1]);
  assert.equal(await agent.ask({ type: 'message.send', id: v7(), conversation, text: 'three' }), 'not-found');
  assert.equal(await agent.ask({ type: 'conversation.follow', conversation }), 'not-found');
  assert.equal(agent.of('status.changed').at(-1)?.status.load, 0);
  assert.equal(ben.of('status.changed').at(-1)?.status.digital, 'system-busy');
});

test('TRF 3 RTG 4 what is handed on keeps how long its customer waited, and its new agent has all the time to reply', async (t) => {
  const relay = await testRelay(t, { settings: { ...settings, idleSeconds: 60 } });
  const { agent, customer, conversation } = await relay.talking();
  const { acceptedAt } = await relay.row(conversation);
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: 'still there?' });
  await relay.wait(50_000);
  await relay.available('ben');
  assert.equal(await agent.ask(transfer(conversation, { agent: 'ben' })), undefined);
  const row = await relay.row(conversation);
  assert.deepEqual([row.acceptedAt, row.assignedAt], [acceptedAt, relay.clock.now]);
  const [wait] = await relay.store.waits('harbour', row.queue.id, 9);
  assert.deepEqual(wait, { at: acceptedAt, waited: 0 });
  await relay.wait(50_000);
  assert.equal((await relay.store.agent('harbour', 'ben'))?.idle, false);
  await relay.wait(12_000);
  assert.equal((await relay.store.agent('harbour', 'ben'))?.idle, true);
});

test('TRF 3 an agent who is away, full, gone or unknown does not get it, nor who has it already', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, conversation } = await relay.talking();
  const ben = await relay.agent({ id: 'ben' });
  assert.equal(await agent.ask(transfer(conversation, { agent: 'ben' })), 'not-there');
  await ben.ask({ type: 'status.set', status: 'available' });
  const other = (await relay.waiting()).conversation;
  await ben.ask({ type: 'conversation.accept', id: v7(), conversation: other });
  assert.equal(await agent.ask(transfer(conversation, { agent: 'ben' })), 'no-slot');
  await ben.ask({ type: 'conversation.end', id: v7(), conversation: other });
  ben.end();
  await relay.wait(24_000);
  assert.equal(await agent.ask(transfer(conversation, { agent: 'ben' })), 'not-there');
  assert.equal(await agent.ask(transfer(conversation, { agent: 'nobody' })), 'not-found');
  assert.equal(await agent.ask(transfer(conversation, { agent: 'ana' })), 'not-found');
  assert.equal((await relay.row(conversation)).agent?.id, 'ana');
});

test('TRF 6 RTG 4 what waits goes to another queue too, and who was behind it moves up', async (t) => {
  const relay = await testRelay(t, { settings });
  const ben = await relay.agent({ id: 'ben' });
  const [first, second] = [await relay.waiting(), await relay.waiting()];
  await second.client.next('queue.placed', ({ place }) => place === 2);
  assert.equal(await ben.ask(transfer(first.conversation, { queue: 'billing' })), undefined);
  assert.equal((await second.client.next('queue.placed')).place, 1);
  assert.equal(await ben.ask(transfer(second.conversation, { agent: 'ben' })), 'not-found');
});

test('TRF 6 TRY 4 what is being offered and goes to another queue frees the slot', async (t) => {
  const pushing = queues.map((queue) => (queue.id === 'front' ? { ...queue, offer: { mode: 'push' as const } } : queue));
  const relay = await testRelay(t, { settings: { ...settings, queues: pushing } });
  const [ana, ben] = [await relay.available('ana'), await relay.agent({ id: 'ben' })];
  const { conversation } = await relay.waiting();
  await relay.server.idle();
  assert.equal(await ben.ask(transfer(conversation, { queue: 'billing' })), undefined);
  await ana.settled();
  assert.equal(ana.of('status.changed').at(-1)?.status.load, 0);
  assert.equal(await ana.ask({ type: 'offer.reject', id: v7(), conversation }), 'wrong-phase');
});

test('TRF 5 a customer who left before the transfer has left: it is given to nobody', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, customer, conversation } = await relay.talking();
  await relay.available('ben');
  await customer.client.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal(await agent.ask(transfer(conversation, { queue: 'billing' })), 'wrong-phase');
  assert.equal(await agent.ask(transfer(conversation, { agent: 'ben' })), 'wrong-phase');
  assert.equal((await relay.row(conversation)).phase, 'wrapUp');
});

for (const target of [{ queue: 'billing' }, { agent: 'ben' }]) {
  const where = 'queue' in target ? 'a queue' : 'an agent';
  test(`TRF 5 of a transfer to ${where} and the customer’s leaving at the same instant one comes first, and nothing is lost`, async (t) => {
    const relay = await testRelay(t, { settings: { ...settings, slots: { chat: 20 } } });
    await relay.available('ben');
    const agent = await relay.available('ana');
    for (let count = 0; count < 10; count += 1) {
      const { client, conversation } = await relay.waiting();
      await agent.ask({ type: 'conversation.accept', id: v7(), conversation });
      const leave = () => client.ask({ type: 'conversation.end', id: v7(), conversation });
      const give = () => agent.ask(transfer(conversation, target));
      const [given, left] = count % 2 ? await Promise.all([give(), leave()]) : (await Promise.all([leave(), give()])).reverse();
      assert.equal(left, undefined);
      const { phase, agent: owner, seq } = await relay.row(conversation);
      const inTime = given === undefined;
      assert.deepEqual([phase, owner?.id], inTime ? ('queue' in target ? ['closed', undefined] : ['wrapUp', 'ben']) : ['wrapUp', 'ana']);
      assert.equal(seq, inTime ? 4 : 3);
    }
  });
}

test('TRF 2 O2 a repeated transfer is told what it led to, also when the queue would not take it any more', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, conversation } = await relay.talking();
  const ben = await relay.agent({ id: 'ben' });
  const command = transfer(conversation, { queue: 'billing' });
  assert.equal(await agent.ask(command), undefined);
  ben.say({ type: 'session.leave' });
  await ben.closed;
  assert.equal(await agent.ask(command), undefined);
  assert.deepEqual(
    agent.of('conversation.transferred').map(({ id, seq }) => [id, seq]),
    [
      [command.id, 3],
      [command.id, 3],
    ],
  );
  assert.equal((await relay.row(conversation)).seq, 3);
});
