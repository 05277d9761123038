import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a\u0000b\u0007c',
  '\u202eevil\u2066',
  'lone \ud800 surrogate',
  "'; drop table events; --",
  '{{constructor.constructor("alert(1)")()}}',
  '%s %n \\u0000 \\',
  'a'.repeat(10_000),
  '👩‍👩‍👧‍👦'.repeat(100),
];

test('whatever comes before session.open closes the socket as malformed', async (t) => {
  const relay = await testRelay(t);
  for (const frame of [
    '',
    'hello',
    '[]',
    'null',
    '{}',
    '{"type":"ping"}',
    '{"type":"session.open"}',
    '{"type":"session.open","version":"x","token":"x"}',
    '{"type":"session.open","version":1,"token":7}',
    Buffer.from([1, 2, 3]),
  ]) {
    const client = await relay.connect();
    client.raw(frame);
    assert.equal(await client.closed, 'malformed', String(frame));
  }
});

test('no JSON and binary frames close an open session too; unknown and malformed commands are refused', async (t) => {
  const relay = await testRelay(t);
  const { client } = await relay.customer();
  for (const frame of [
    '{}',
    '[]',
    'null',
    '7',
    '{"type":"open.sesame"}',
    '{"type":"__proto__"}',
    '{"type":"message.send","id":"7"}',
    '{"type":"session.open","version":1,"token":"x"}',
  ]) {
    client.raw(frame);
    assert.equal((await client.next('refused')).code, 'malformed', frame);
  }
  const id = v7();
  client.raw(JSON.stringify({ type: 'message.send', id, conversation: 'x', text: 'x' }));
  const refused = await client.next('refused');
  assert.deepEqual([refused.id, refused.command], [id, 'message.send']);
  client.raw('{"type":');
  assert.equal(await client.closed, 'malformed');
  const second = (await relay.customer()).client;
  second.raw(Buffer.from('{"type":"ping"}'));
  assert.equal(await second.closed, 'malformed');
});

test('10 MB in one frame are not read: 1009', async (t) => {
  const relay = await testRelay(t);
  const { client } = await relay.customer();
  client.raw(JSON.stringify({ type: 'message.send', id: v7(), conversation: v7(), text: 'a'.repeat(10_000_000) }));
  assert.equal(await client.closed, 'too-large');
});

test('a text that is too long for a message is refused, and the session goes on', async (t) => {
  const relay = await testRelay(t);
  const { customer, agent, conversation } = await relay.talking();
  const say = (text: string): void => customer.client.say({ type: 'message.send', id: v7(), conversation, text });
  say('a'.repeat(10_001));
  assert.equal((await customer.client.next('refused')).code, 'too-long');
  say(' \u0000\n ');
  assert.equal((await customer.client.next('refused')).code, 'malformed');
  say('fine');
  assert.equal((await agent.next('message.sent')).text, 'fine');
});

test('text of every kind arrives as text, is saved as it was told, and reads the same afterwards', async (t) => {
  const relay = await testRelay(t);
  const { customer, agent, conversation } = await relay.talking();
  for (const text of HOSTILE) customer.client.say({ type: 'message.send', id: v7(), conversation, text });
  const told: string[] = [];
  for (const _ of HOSTILE) told.push((await agent.next('message.sent')).text);
  assert.deepEqual(told.slice(0, 5), [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'abc',
    '\u202eevil\u2066',
    'lone \ufffd surrogate',
  ]);
  agent.say({ type: 'history.fetch', conversation, before: 100, limit: HOSTILE.length });
  const { events } = await agent.next('history.fetched');
  assert.deepEqual(
    events.map((event) => (event.type === 'message.sent' ? event.text : '')),
    told,
  );
});

test('names and answers of every kind are one line, or text', async (t) => {
  const relay = await testRelay(t);
  for (const name of HOSTILE.filter((text) => text.length <= 200)) {
    const { client } = await relay.customer();
    const conversation = v7();
    client.say({
      type: 'conversation.start',
      id: v7(),
      conversation,
      name,
      email: name,
      page: name,
      answers: [{ field: 'topic', value: `${name}\n2` }],
    });
    const opened = await client.next('conversation.opened');
    assert.doesNotMatch(opened.conversation.customer.name, /[\u0000\u202e\n]/);
  }
});

test('a version that is too old is named, however the rest of the frame looks', async (t) => {
  const relay = await testRelay(t);
  for (const frame of [
    '{"type":"session.open","version":0,"token":"x"}',
    '{"type":"session.open","version":0}',
    '{"type":"session.open","version":-3,"who":"me"}',
  ]) {
    const client = await relay.connect();
    client.raw(frame);
    assert.equal(await client.closed, 'too-old', frame);
  }
});
