import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

test('P3 P4 what an agent is busy with reaches its agent and supervisors; other agents learn that it is gone', async (t) => {
  const relay = await testRelay(t);
  const [ben, sue] = [await relay.agent({ id: 'ben' }), await relay.agent({ id: 'sue', role: 'supervisor' })];
  const { customer, agent, conversation } = await relay.talking();
  await customer.client.ask({ type: 'message.send', id: v7(), conversation, text: 'My card number is secret' });
  await agent.ask({ type: 'message.send', id: v7(), conversation, text: 'I see' });
  await agent.ask({ type: 'conversation.snooze', id: v7(), conversation, until: relay.clock.now + 60_000 });
  await agent.ask({ type: 'conversation.end', id: v7(), conversation });
  await relay.settle();

  assert.deepEqual(
    ben.of('conversation.changed').map((event) => event.conversation.phase),
    ['waiting'],
  );
  assert.deepEqual(
    ben.of('conversation.left').map((event) => [event.conversation, event.seq]),
    [[conversation, 2]],
  );
  assert.ok(!JSON.stringify(ben.received).includes('secret'));
  assert.deepEqual([sue.of('conversation.changed').at(-1)?.conversation.phase, sue.of('conversation.left')], ['wrapUp', []]);
  assert.equal(agent.of('conversation.changed').at(-1)?.conversation.phase, 'wrapUp');
});

test('P3 TRF 3 who handed a conversation on hears that it is gone, whose it is now hears everything', async (t) => {
  const relay = await testRelay(t);
  const { agent, conversation } = await relay.talking();
  const ben = await relay.available('ben');
  assert.equal(await agent.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { agent: 'ben' } }), undefined);
  await relay.settle();
  assert.equal(agent.of('conversation.left').at(-1)?.seq, 3);
  assert.equal(agent.of('conversation.transferred').at(-1)?.agent?.id, 'ben');
  assert.equal(ben.of('conversation.changed').at(-1)?.conversation.agent?.id, 'ben');
});
