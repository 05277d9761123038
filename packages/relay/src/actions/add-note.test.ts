import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

const SECRET = 'Was rude on the phone <script>alert(1)</script>';

test('INF 4 O2 a note is saved once, however often it is sent, and told to whoever follows on the agents’ side', async (t) => {
  const relay = await testRelay(t);
  const { agent, conversation } = await relay.talking();
  const sue = await relay.agent({ id: 'sue', role: 'supervisor' });
  sue.say({ type: 'conversation.follow', conversation });
  await sue.next('conversation.opened');
  const add = { type: 'note.add', id: v7(), conversation, text: SECRET } as const;
  for (let time = 0; time < 3; time++) assert.equal(await agent.ask(add), undefined);
  assert.deepEqual(new Set(agent.of('note.added').map(({ seq, text }) => `${String(seq)} ${text}`)), new Set([`3 ${SECRET}`]));
  assert.deepEqual((await sue.next('note.added')).by, agent.of('note.added').map(({ by }) => by)[0]);
  assert.equal((await relay.row(conversation)).seq, 3);
  assert.equal(await sue.ask(add), 'id-used');
});

test('INF 4 P8 P13 customers write no note, and get none of one, in no frame and no answer', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  assert.equal(await customer.client.ask({ type: 'note.add', id: v7(), conversation, text: 'Hello' }), 'wrong-role');
  await agent.ask({ type: 'note.add', id: v7(), conversation, text: SECRET });
  assert.deepEqual(await customer.client.next('event.hidden'), { type: 'event.hidden', conversation, seq: 3 });
  const again = await relay.returning(customer);
  again.client.say({ type: 'conversation.follow', conversation });
  await again.client.next('conversation.opened');
  again.client.say({ type: 'history.fetch', conversation, before: 100 });
  await again.client.next('history.fetched');
  const events = await (await relay.get(`/v1/conversations/${conversation}/events`, customer.token)).text();
  const told = JSON.stringify([customer.client.received, again.client.received]) + events;
  assert.equal(told.includes('rude'), false);
  assert.match(events, /event\.hidden/);
  assert.equal((await relay.get(`/v1/customers/${customer.id}/notes`, customer.token)).status, 403);
});

test('INF 4 P13 a note may be written in wrap-up and long after, by any agent then, and opens nothing again', async (t) => {
  const relay = await testRelay(t);
  const { agent, conversation } = await relay.talking();
  const ben = await relay.agent({ id: 'ben' });
  const add = () => ({ type: 'note.add', id: v7(), conversation, text: 'Moved to Kiel.' }) as const;
  assert.equal(await ben.ask(add()), 'not-found');
  await agent.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal(await agent.ask(add()), undefined);
  await agent.ask({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved' });
  const before = await relay.row(conversation);
  assert.equal(await ben.ask(add()), undefined);
  assert.deepEqual(await relay.row(conversation), { ...before, seq: before.seq + 1 });
});

test('INF 4 what is no note is refused, and the longest is not', async (t) => {
  const relay = await testRelay(t);
  const { agent, conversation } = await relay.talking();
  const add = (text: string) => ({ type: 'note.add', id: v7(), conversation, text }) as const;
  assert.equal(await agent.ask(add(' \n\u0000 ')), 'malformed');
  assert.equal(await agent.ask(add('a'.repeat(10_001))), 'too-long');
  assert.equal(await agent.ask(add('a'.repeat(10_000))), undefined);
  assert.equal(await agent.ask({ ...add('x'), conversation: v7() }), 'not-found');
});
