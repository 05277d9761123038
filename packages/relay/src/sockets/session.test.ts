import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

test('the main job: a customer waits, an agent accepts, both talk, the agent ends with a disposition', async (t) => {
  const relay = await testRelay(t);
  const { customer, agent, conversation } = await relay.talking();

  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'Is the harbour chair in stock?' });
  const asked = await agent.next('message.sent');
  assert.equal(asked.text, 'Is the harbour chair in stock?');
  agent.say({ type: 'message.send', id: v7(), conversation, text: 'It is, in oak and in pine.' });
  const answered = await customer.client.next('message.sent', (event) => event.by.role === 'agent');
  assert.equal(answered.seq, asked.seq + 1);

  agent.say({ type: 'conversation.end', id: v7(), conversation });
  await customer.client.next('conversation.ended');
  agent.say({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved', description: 'In stock' });
  await agent.next('conversation.disposed');
  assert.deepEqual(await customer.client.next('event.hidden'), { type: 'event.hidden', conversation, seq: 6 });

  const row = await relay.store.conversation('harbour', conversation);
  assert.deepEqual([row?.phase, row?.disposition, row?.seq], ['closed', 'resolved', 6]);
});
