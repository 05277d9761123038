import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

test('CMP 5 what an agent marks is what the customer gets, live and after a reload', async (t) => {
  const relay = await testRelay(t);
  const { customer, agent, conversation } = await relay.talking();
  const marks = [{ mark: 'link' as const, from: 4, to: 8, href: 'https://example.com/returns' }];
  assert.equal(await agent.ask({ type: 'message.send', id: v7(), conversation, text: 'See here', marks }), undefined);
  assert.deepEqual((await customer.client.next('message.sent')).marks, marks);
  const { client } = await relay.returning(customer);
  client.say({ type: 'conversation.follow', conversation });
  const { events } = await client.next('conversation.opened');
  assert.deepEqual(
    events.flatMap((event) => (event.type === 'message.sent' ? [event.marks] : [])),
    [marks],
  );
});

test('CMP 5 an address that is not safe is refused with the reason, and nothing is saved', async (t) => {
  const relay = await testRelay(t);
  const { agent, conversation } = await relay.talking();
  const marks = [{ mark: 'link' as const, from: 0, to: 3, href: 'javascript:alert(1)' }];
  const { seq } = await relay.row(conversation);
  agent.say({ type: 'message.send', id: v7(), conversation, text: 'See here', marks });
  const refused = await agent.next('refused');
  assert.equal(refused.code, 'malformed');
  assert.match(refused.detail, /marks\.0\.href is not an address with http, https, mailto or tel/);
  assert.equal((await relay.row(conversation)).seq, seq);
});
