import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

const settings = { engagement: [{ id: 'with-the-bank', name: 'With the bank' }] };

const setting = (conversation: string, engagement: string) => ({ type: 'engagement.set', id: v7(), conversation, engagement }) as const;
const noting = (conversation: string) => ({ type: 'note.add', id: v7(), conversation, text: 'Sent anew.' }) as const;

test('INF 9 G1 an agent says how far they are: saved once, in the log and the row, and told to every console that sees it', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, conversation } = await relay.talking();
  const sue = await relay.agent({ id: 'sue', role: 'supervisor' });
  assert.equal((await relay.row(conversation)).engagement, 'in-progress');
  const set = setting(conversation, 'with-the-bank');
  for (let time = 0; time < 3; time++) assert.equal(await agent.ask(set), undefined);
  await relay.settle();
  assert.equal((await relay.row(conversation)).engagement, 'with-the-bank');
  assert.equal((await relay.row(conversation)).seq, 3);
  assert.deepEqual(
    new Set(agent.of('engagement.changed').map(({ seq, engagement }) => `${String(seq)} ${engagement}`)),
    new Set(['3 with-the-bank']),
  );
  assert.equal(sue.of('conversation.changed').at(-1)?.conversation.engagement, 'with-the-bank');
  assert.deepEqual(agent.of('session.opened').at(0)?.desk?.engagement, settings.engagement);
});

test('INF 9 G1 P7 P8 customers choose none and get none, in no frame and no answer', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, customer, conversation } = await relay.talking();
  assert.equal(await customer.client.ask(setting(conversation, 'with-the-bank')), 'wrong-role');
  await agent.ask(setting(conversation, 'with-the-bank'));
  assert.deepEqual(await customer.client.next('event.hidden'), { type: 'event.hidden', conversation, seq: 3 });
  const again = await relay.returning(customer);
  again.client.say({ type: 'conversation.follow', conversation });
  await again.client.next('conversation.opened');
  const events = await (await relay.get(`/v1/conversations/${conversation}/events`, customer.token)).text();
  assert.equal((JSON.stringify([customer.client.received, again.client.received]) + events).includes('with-the-bank'), false);
});

test('INF 9 G1 who may not write notes there chooses none, and what the workspace does not have is refused', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, conversation } = await relay.talking();
  const ben = await relay.agent({ id: 'ben' });
  assert.equal(await ben.ask(setting(conversation, 'with-the-bank')), 'not-found');
  assert.equal(await agent.ask(setting(conversation, 'with-the-fairies')), 'malformed');
  assert.equal(await agent.ask(setting((await relay.waiting()).conversation, 'with-the-bank')), 'wrong-phase');
});

test('INF 9 G2 the end of the chat makes it "Chat Finished", and leaves what was chosen since', async (t) => {
  const relay = await testRelay(t, { settings });
  const { agent, customer, conversation } = await relay.talking();
  await customer.client.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal((await relay.row(conversation)).engagement, 'chat-finished');
  assert.equal(await agent.ask(setting(conversation, 'in-progress')), undefined);
  assert.equal((await relay.row(conversation)).engagement, 'in-progress');

  const other = await relay.talking();
  await other.agent.ask(setting(other.conversation, 'with-the-bank'));
  await other.agent.ask({ type: 'conversation.end', id: v7(), conversation: other.conversation });
  assert.equal((await relay.row(other.conversation)).engagement, 'with-the-bank');
});

test('INF 9 G3 "Completed" without a saved note is refused, and everything stays as it was', async (t) => {
  const relay = await testRelay(t);
  const { agent, conversation } = await relay.talking();
  const before = await relay.row(conversation);
  assert.equal(await agent.ask(setting(conversation, 'completed')), 'not-noted');
  assert.deepEqual(await relay.row(conversation), before);
});

test('INF 9 G3 "Completed" with a saved note ends the chat at once, for its agent only, and the wrap-up follows', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  const sue = await relay.agent({ id: 'sue', role: 'supervisor' });
  await agent.ask(noting(conversation));
  assert.equal(await sue.ask(setting(conversation, 'completed')), 'wrong-role');
  const complete = setting(conversation, 'completed');
  assert.equal(await agent.ask(complete), undefined);
  await customer.client.next('conversation.ended');
  const row = await relay.row(conversation);
  assert.deepEqual([row.phase, row.engagement], ['wrapUp', 'completed']);
  assert.equal(await agent.ask(complete), undefined);
  assert.equal((await relay.row(conversation)).seq, row.seq);
  assert.equal(await agent.ask({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved' }), undefined);
  assert.equal((await relay.row(conversation)).engagement, 'completed');
});

test('INF 9 G3 after the chat "Completed" only says so', async (t) => {
  const relay = await testRelay(t);
  const { agent, customer, conversation } = await relay.talking();
  await agent.ask(noting(conversation));
  await customer.client.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal(await agent.ask(setting(conversation, 'completed')), undefined);
  const row = await relay.row(conversation);
  assert.deepEqual([row.phase, row.engagement], ['wrapUp', 'completed']);
});
