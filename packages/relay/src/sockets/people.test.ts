import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';
import { DESK, SHOP } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

test('P9 a token that is no good closes with unauthorized, whatever is wrong with it', async (t) => {
  const relay = await testRelay(t);
  const { token } = await relay.customer();
  const gone = await relay.customers.issue({ id: v7(), workspace: 'harbour' }, 'shop');
  for (const bad of [
    'x',
    `${token}x`,
    gone.token,
    await agentToken({ secret: 'not the secret of the desk, not at all' }),
    await agentToken({ expires: relay.clock.now - 1 }),
  ]) {
    const client = await relay.connect();
    client.say({ type: 'session.open', version: 1, token: bad });
    assert.equal(await client.closed, 'unauthorized');
  }
});

test('P7 a customer’s token is never an agent’s, whatever it asks for', async (t) => {
  const relay = await testRelay(t);
  const { client, token, conversation } = await relay.waiting();
  client.say({ type: 'conversation.accept', id: v7(), conversation });
  client.say({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved' });
  client.say({ type: 'listening.set', on: true });
  for (let times = 0; times < 3; times += 1) assert.equal((await client.next('refused')).code, 'wrong-role');
  assert.equal((await relay.get('/v1/conversations', token)).status, 403);
  const desk = await relay.connect({ origin: DESK });
  desk.say({ type: 'session.open', version: 1, token });
  assert.equal(await desk.closed, 'wrong-origin');
  const agent = await relay.agent();
  agent.say({ type: 'conversation.start', id: v7(), conversation: v7() });
  assert.equal((await agent.next('refused')).code, 'wrong-role');
});

test('P1 another workspace’s ids and made-up ids get the same answer to everything', async (t) => {
  const relay = await testRelay(t);
  const { conversation } = await relay.talking();
  const stranger = await relay.connect({ origin: 'https://other-desk.example' });
  await stranger.open(
    await agentToken({ workspace: 'other', role: 'admin', secret: 'the secret of the desk, known to its server only, another one' }),
  );
  const neighbour = (await relay.customer()).client;
  for (const client of [stranger, neighbour]) {
    const answers = async (id: string) => {
      client.say({ type: 'conversation.follow', conversation: id });
      client.say({ type: 'history.fetch', conversation: id, before: 10 });
      client.say({ type: 'message.send', id: v7(), conversation: id, text: 'x' });
      client.say({ type: 'message.read', conversation: id, upTo: 1 });
      client.say({ type: 'typing.report', conversation: id, on: true });
      client.say({ type: 'conversation.end', id: v7(), conversation: id });
      const codes = [];
      for (let times = 0; times < 6; times += 1) {
        const { code, detail } = await client.next('refused');
        codes.push([code, detail]);
      }
      return codes;
    };
    const real = await answers(conversation);
    assert.deepEqual(real, await answers(v7()));
    for (const [code] of real) assert.equal(code, 'not-found');
    assert.deepEqual(
      client.received.filter(({ type }) => type !== 'refused' && type !== 'session.opened'),
      [],
    );
  }
});

test('P1 what happens in a workspace is told in no other', async (t) => {
  const relay = await testRelay(t);
  const stranger = await relay.connect({ origin: 'https://other-desk.example' });
  await stranger.open(await agentToken({ workspace: 'other', secret: 'the secret of the desk, known to its server only, another one' }));
  const { customer, agent, conversation } = await relay.talking();
  customer.client.say({ type: 'message.send', id: v7(), conversation, text: 'x' });
  agent.say({ type: 'conversation.end', id: v7(), conversation });
  await customer.client.next('conversation.ended');
  await stranger.settled();
  assert.deepEqual(
    stranger.received.map(({ type }) => type),
    ['session.opened', 'refused'],
  );
});

test('P3 who looks at a waiting conversation sees no more of it once a colleague has it', async (t) => {
  const relay = await testRelay(t);
  const [ana, ben, sue] = [
    await relay.agent(),
    await relay.agent({ id: 'ben', name: 'Ben' }),
    await relay.agent({ id: 'sue', role: 'supervisor' }),
  ];
  const { client, conversation } = await relay.waiting();
  for (const agent of [ben, sue]) {
    agent.say({ type: 'conversation.follow', conversation });
    await agent.next('conversation.opened');
  }
  ana.say({ type: 'conversation.accept', id: v7(), conversation });
  assert.equal((await ben.next('conversation.accepted')).agent.id, 'ana');
  client.say({ type: 'message.send', id: v7(), conversation, text: 'for Ana' });
  assert.equal((await sue.next('message.sent')).text, 'for Ana');
  await ben.settled();
  assert.deepEqual(ben.of('message.sent'), []);
  ben.say({ type: 'history.fetch', conversation, before: 10 });
  assert.equal((await ben.next('refused')).code, 'not-found');
  sue.say({ type: 'message.send', id: v7(), conversation, text: 'may I?' });
  assert.match((await sue.next('refused')).code, /not-found|wrong-role|wrong-phase/);
  sue.say({ type: 'typing.report', conversation, on: true });
  assert.equal((await sue.next('refused')).code, 'not-found');
});

test('P9 nobody becomes somebody else on an open socket', async (t) => {
  const relay = await testRelay(t);
  const { client } = await relay.customer();
  const other = await relay.customer();
  for (const token of [other.token, await agentToken(), 'x']) {
    client.say({ type: 'session.renew', token });
    assert.equal((await client.next('refused')).code, 'unauthorized');
  }
});

test('an origin is checked for the person too, not only for the relay', async (t) => {
  const relay = await testRelay(t);
  const { token } = await relay.customer();
  const attempts: [Record<string, string>, string][] = [
    [{ origin: 'https://rival.example' }, token],
    [{}, token],
    [{ origin: SHOP }, await agentToken()],
  ];
  for (const [headers, used] of attempts) {
    const client = await relay.connect(headers);
    client.say({ type: 'session.open', version: 1, token: used });
    assert.equal(await client.closed, 'wrong-origin');
  }
  const server = await relay.connect({});
  assert.equal((await server.open(await agentToken())).person.id, 'ana');
});
