import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

test('TRY 2 L2 of many who accept at once, on two relays, one gets it and the others are told', async (t) => {
  const first = await testRelay(t);
  const second = await testRelay(t, { store: first.store });
  const agents = await Promise.all(
    ['ana', 'ben', 'carl', 'dora', 'emil'].map((id, index) => (index % 2 ? first : second).agent({ id, name: id })),
  );
  const { client, conversation } = await first.waiting();

  for (const agent of agents) agent.say({ type: 'conversation.accept', id: v7(), conversation });
  await Promise.all(agents.map((agent) => agent.settled()));

  assert.equal(agents.flatMap((agent) => agent.of('conversation.accepted')).length, 1);
  assert.deepEqual(
    agents.flatMap((agent) =>
      agent
        .of('refused')
        .filter(({ command }) => command === 'conversation.accept')
        .map(({ code }) => code),
    ),
    ['taken', 'taken', 'taken', 'taken'],
  );
  await client.settled();
  const row = await first.store.conversation('harbour', conversation);
  assert.deepEqual([row?.phase, row?.seq], ['active', 2]);
});

test('TRY 2 P5 agents take what waits in their queues, supervisors what waits in any', async (t) => {
  const relay = await testRelay(t, { settings: { queues: [{ id: 'front', name: 'Front', members: ['ben'] }] } });
  const [ana, ben, sue] = await Promise.all([
    relay.agent({ id: 'ana' }),
    relay.agent({ id: 'ben', name: 'Ben' }),
    relay.agent({ id: 'sue', name: 'Sue', role: 'supervisor' }),
  ]);
  const accept = (conversation: string) => ({ type: 'conversation.accept', id: v7(), conversation }) as const;
  const first = await relay.waiting();
  ana.say(accept(first.conversation));
  const refused = await ana.next('refused');
  assert.deepEqual([refused.code, refused.detail], ['wrong-role', 'Front is for its members']);
  assert.equal((await relay.row(first.conversation)).phase, 'waiting');
  assert.equal(await ben.ask(accept(first.conversation)), undefined);
  assert.equal(await sue.ask(accept((await relay.waiting()).conversation)), undefined);
});

test('L4 L5 whoever had it owes the disposition, also when the customer leaves', async (t) => {
  const relay = await testRelay(t);
  const { customer, agent, conversation } = await relay.talking();
  customer.client.say({ type: 'conversation.end', id: v7(), conversation });
  await agent.next('conversation.ended');
  agent.say({ type: 'message.send', id: v7(), conversation, text: 'wait' });
  assert.equal((await agent.next('refused')).code, 'wrong-phase');
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'too late' });
  assert.equal((await customer.client.next('refused')).code, 'wrong-phase');
  agent.say({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'abandoned', description: 'left' });
  const disposed = await agent.next('conversation.disposed');
  assert.deepEqual([disposed.disposition, disposed.description], ['abandoned', 'left']);
});

test('L3 a customer who leaves the queue is gone, and nobody owes anything', async (t) => {
  const relay = await testRelay(t);
  const agent = await relay.agent();
  const { client, conversation } = await relay.waiting();
  client.say({ type: 'conversation.end', id: v7(), conversation });
  assert.equal((await agent.next('conversation.changed', (event) => event.conversation.phase === 'closed')).conversation.id, conversation);
  agent.say({ type: 'conversation.accept', id: v7(), conversation });
  assert.equal((await agent.next('refused')).code, 'wrong-phase');
});
