import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';
import { DESK, SHOP } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

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

describe('frames', () => {
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
});

describe('people', () => {
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
});
