import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

const react = (conversation: string, message: number, emoji: string | null) =>
  ({ type: 'message.react', id: v7(), conversation, message, emoji }) as const;

test('CMP 6 O2 a reaction is told to both sides, once, however often it is sent', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: 'Thank you' });
  const command = react(conversation, 3, '👍');
  for (let time = 0; time < 3; time++) assert.equal(await agent.ask(command), undefined);
  const { seq, by, message, emoji } = await customer.client.next('message.reacted');
  assert.deepEqual([seq, by.id, message, emoji], [4, 'ana', 3, '👍']);
  assert.equal((await relay.row(conversation)).seq, 4);
  assert.equal(await customer.client.ask({ ...command, emoji: '🎉' }), 'id-used');
  assert.equal(await customer.client.ask(react(conversation, 3, '🎉')), undefined);
  assert.equal(await customer.client.ask(react(conversation, 3, null)), undefined);
  const events = await relay.store.eventsAfter(conversation, 3, 9);
  assert.deepEqual(
    events.map((event) => event.type === 'message.reacted' && [event.by.role, event.emoji]),
    [
      ['agent', '👍'],
      ['customer', '🎉'],
      ['customer', null],
    ],
  );
});

test('CMP 6 L13 a reaction leaves the row as it was: nothing is owed, nothing unread, nothing said last, nothing awake', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: 'Hello?' });
  await agent.ask({ type: 'conversation.snooze', id: v7(), conversation, until: relay.clock.now + 3_600_000 });
  const before = await relay.row(conversation);
  assert.equal(await agent.ask(react(conversation, 3, '👍')), undefined);
  assert.equal(await customer.client.ask(react(conversation, 3, '❤️')), undefined);
  assert.deepEqual(await relay.row(conversation), { ...before, seq: before.seq + 2 });
});

test('CMP 6 P6 only who takes part reacts, while it is open, and to messages only', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  const [ben, sue] = [await relay.agent({ id: 'ben' }), await relay.agent({ id: 'sue', role: 'supervisor' })];
  const stranger = await relay.customer();
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: 'Hello?' });
  await agent.ask({ type: 'note.add', id: v7(), conversation, text: 'Sounds cross' });
  for (const [who, answer] of [
    [ben, 'not-found'],
    [sue, 'wrong-role'],
    [stranger.client, 'not-found'],
    [customer.client, undefined],
  ] as const)
    assert.equal(await who.ask(react(conversation, 3, '👍')), answer);
  // The start, a note that customers do not see, and what is not there yet.
  for (const message of [1, 4, 99]) assert.equal(await customer.client.ask(react(conversation, message, '👍')), 'not-found');
  for (const emoji of ['ok', '', '👍👍']) assert.equal(await customer.client.ask(react(conversation, 3, emoji)), 'malformed');
  await agent.ask({ type: 'conversation.end', id: v7(), conversation });
  for (const who of [agent, customer.client]) assert.equal(await who.ask(react(conversation, 3, '👍')), 'wrong-phase');
});
