import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { cobrowseDesk } from '../testing/cobrowse-desk.js';
import { trail } from '../testing/cobrowse.js';
import { testRelay } from '../testing/relay.js';
import { AGENT_SECRET, DESK, SHOP } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const rival = () => agentToken({ workspace: 'other', secret: `${AGENT_SECRET}, another one` });

test('COB 1 CB5 an agent asks in the chat, the customer allows it, and the log, the trail and both sides are told', async (t) => {
  const desk = await cobrowseDesk(t);
  const { agent, customer, conversation } = await desk.relay.talking();
  const { session, code, now } = await desk.inChat(conversation);
  const told = desk.told(session.id);
  assert.deepEqual(
    [session.state, session.agent, session.conversation, code, now],
    ['asked', { id: 'ana', name: 'Ana' }, conversation, undefined, desk.relay.clock.now],
  );
  assert.equal((await customer.client.next('cobrowse.asked')).id, session.id);
  const { ticket, ...allowed } = await desk.allow(session.id, customer.token);
  assert.equal(allowed.session.state, 'allowed');
  assert.deepEqual(
    [(await agent.next('cobrowse.allowed')).session, (await customer.client.next('cobrowse.allowed')).by.role],
    [session.id, 'customer'],
  );
  const pass = await desk.passOf({ session, ticket });
  assert.deepEqual([pass.rules?.masking, pass.session.state, pass.pass.length], ['private', 'allowed', 32]);
  const own = await desk.pass(session.id);
  assert.deepEqual([own.status, own.body.rules], [200, undefined]);
  assert.deepEqual((await desk.end(session.id)).body, { session: { ...allowed.session, state: 'ended', end: 'agent' } });
  assert.equal((await customer.client.next('cobrowse.ended')).why, 'agent');
  assert.deepEqual(told, ['allowed', 'ended agent']);
  assert.deepEqual(await desk.whats(), ['asked', 'allowed', 'ended']);
  const lines = await trail(desk.relay.store);
  assert.deepEqual(
    lines.map(({ who }) => [who.id, who.name]),
    [
      ['ana', 'Ana'],
      [customer.id, ''],
      ['ana', 'Ana'],
    ],
  );
});

test('COB 3 CB3 by a code and with no chat: six digits, five minutes, and then the consent of whoever typed them', async (t) => {
  const desk = await cobrowseDesk(t);
  const { session, code, codeUntil, now } = await desk.withCode();
  assert.match(code, /^\d{6}$/);
  assert.deepEqual([session.state, session.conversation, codeUntil - now], ['code', null, 300_000]);
  assert.deepEqual(await desk.live(), [session]);
  const told = desk.told(session.id);
  const redeemed = await desk.redeem(`${code.slice(0, 3)} ${code.slice(3)}`);
  // Only now is it known where the customer is, and the agent's view is got by that.
  assert.deepEqual(redeemed.session, { ...session, site: 'shop', state: 'asked' });
  const { ticket } = await desk.allow(session.id, redeemed.ticket);
  assert.equal((await desk.passOf({ session, ticket })).session.state, 'allowed');
  assert.equal((await desk.end(session.id, { token: ticket, origin: SHOP })).status, 200);
  assert.deepEqual(told, ['asked', 'allowed', 'ended customer']);
  assert.deepEqual([await desk.live(), await desk.whats()], [[], ['code-made', 'redeemed', 'allowed', 'ended']]);
});

test('COB 3 CB5 by a code beside a chat: the log tells of it once it was allowed', async (t) => {
  const desk = await cobrowseDesk(t);
  const { customer, conversation } = await desk.relay.talking();
  const { session, code } = await desk.withCode(conversation);
  const { ticket } = await desk.redeem(code);
  assert.deepEqual(await desk.logged(conversation), []);
  // Who is in the chat may be another than who typed the code.
  assert.equal((await desk.answer(session.id, customer.token)).code, 'not-found');
  await desk.allow(session.id, ticket);
  await desk.end(session.id, { token: ticket, origin: SHOP });
  assert.deepEqual(
    (await desk.logged(conversation)).map(({ type }) => type),
    ['cobrowse.allowed', 'cobrowse.ended'],
  );
});

test('COB 1 CB1 a customer who would rather not ends it, and may say so twice; nothing is allowed after that', async (t) => {
  const desk = await cobrowseDesk(t);
  const { customer, conversation } = await desk.relay.talking();
  const { session } = await desk.inChat(conversation);
  for (const _ of [1, 2]) {
    const { status, body } = await desk.answer(session.id, customer.token, false);
    assert.deepEqual([status, body.ticket, (body.session as { end: string }).end], [200, '', 'refused']);
  }
  const late = await desk.answer(session.id, customer.token);
  assert.deepEqual([late.status, late.code, late.detail], [409, 'wrong-phase', 'the co-browse session has ended; begin a new one']);
  assert.equal((await desk.pass(session.id)).code, 'wrong-phase');
  assert.equal((await desk.end(session.id)).status, 200);
  assert.deepEqual(await desk.whats(), ['asked', 'refused', 'ended']);
  assert.equal((await desk.logged(conversation)).length, 2);
  assert.equal((await desk.inChat(conversation)).session.state, 'asked');
});

test('COB 1 CB1 allowed twice it is allowed once, on any page of theirs; and then it is no longer refused but ended', async (t) => {
  const desk = await cobrowseDesk(t);
  const { customer, conversation } = await desk.relay.talking();
  const { session } = await desk.inChat(conversation);
  const tickets = await Promise.all([1, 2, 3].map(() => desk.allow(session.id, customer.token)));
  assert.equal(tickets.length, 3);
  assert.equal((await desk.logged(conversation)).length, 2);
  assert.equal((await desk.answer(session.id, customer.token, false)).code, 'wrong-phase');
  for (const { ticket } of tickets) assert.equal((await desk.passOf({ session, ticket })).session.state, 'allowed');
});

test('COB 1 CB5 it is for who has the conversation, while it goes on, one session at a time', async (t) => {
  const desk = await cobrowseDesk(t);
  const { agent, conversation } = await desk.relay.talking();
  const wants = async (token: string, by: string, chat: string | undefined = conversation) =>
    (await desk.ask('POST', '', { id: v7(), by, conversation: chat }, { token })).code;
  for (const by of ['chat', 'code']) {
    assert.equal(await wants(await agentToken({ id: 'ben' }), by), 'not-found');
    assert.equal(await wants(await agentToken({ id: 'sam', role: 'supervisor' }), by), 'wrong-role');
    assert.equal(await wants(await agentToken(), by, v7()), 'not-found');
    assert.equal(await wants(await agentToken(), by, '../x'), 'not-found');
  }
  await desk.inChat(conversation);
  for (const by of ['chat', 'code']) assert.equal(await wants(await agentToken(), by), 'already-open');
  await agent.ask({ type: 'conversation.end', id: v7(), conversation });
  const late = await desk.ask('POST', '', { id: v7(), by: 'chat', conversation });
  assert.deepEqual([late.code, late.detail?.includes('ended')], ['wrong-phase', true]);
});

test('COB 4 CB2 a stranger, another agent, another customer and another workspace are told that there is nothing', async (t) => {
  const desk = await cobrowseDesk(t);
  const { conversation } = await desk.relay.talking();
  const { session } = await desk.inChat(conversation);
  const other = await desk.allowed();
  const cleo = await desk.relay.customer();
  const strangers = [
    { token: await agentToken({ id: 'ben' }) },
    { token: await agentToken({ id: 'sam', role: 'admin' }) },
    { token: await rival(), origin: 'https://other-desk.example' },
    { token: cleo.token, origin: SHOP },
    { token: other.ticket, origin: SHOP },
  ];
  for (const [index, asking] of strangers.entries())
    for (const [path, body] of [
      ['answer', { allowed: true }],
      ['answer', { allowed: false }],
      ['pass', undefined],
      ['end', undefined],
    ] as const) {
      const asked = await desk.ask('POST', `/${session.id}/${path}`, body, asking);
      const nothing = await desk.ask('POST', `/${v7()}/${path}`, body, asking);
      assert.deepEqual([asked.status, asked.body], [404, nothing.body], `${path} by ${String(index)}`);
    }
  assert.equal((await desk.answer(session.id, await agentToken(), true, { origin: DESK })).code, 'wrong-role');
  assert.equal((await desk.relay.store.cobrowse('harbour', session.id))?.state, 'asked');
});

test('COB 4 CB2 the id of somebody else’s session is used, in whatever workspace, and the same one again is the same', async (t) => {
  const desk = await cobrowseDesk(t);
  const id = v7();
  const begin = async (asking: Parameters<typeof desk.withCode>[1] = {}) => desk.ask('POST', '', { id, by: 'code' }, asking);
  const first = await begin();
  assert.match(first.body.code as string, /^\d{6}$/);
  const again = await begin();
  assert.deepEqual([again.status, again.body.session, again.body.code], [200, first.body.session, undefined]);
  assert.equal((await begin({ token: await agentToken({ id: 'ben' }) })).code, 'id-used');
  assert.equal((await begin({ token: await rival(), origin: 'https://other-desk.example' })).code, 'id-used');
});

test('COB 4 CB2 an agent has ten at the most, and none where co-browse is turned off', async (t) => {
  const desk = await cobrowseDesk(t);
  for (let made = 0; made < 10; made += 1) await desk.withCode();
  const more = await desk.ask('POST', '', { id: v7(), by: 'code' });
  assert.deepEqual([more.code, more.detail?.includes('end one first')], ['still-busy', true]);
  const off = await cobrowseDesk(t, { settings: { cobrowse: { enabled: false } } });
  assert.deepEqual((await off.ask('POST', '', { id: v7(), by: 'code' })).code, 'wrong-role');
  assert.equal((await off.type('123456')).code, 'wrong-role');
});

test('COB 1 CB5 who signs out, and whose chat ends, sees no page any more, and both sides are told', async (t) => {
  const desk = await cobrowseDesk(t);
  const { agent, customer, conversation } = await desk.relay.talking();
  const { session } = await desk.inChat(conversation);
  const inChat = desk.told(session.id);
  await desk.allow(session.id, customer.token);
  await customer.client.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.deepEqual(inChat, ['allowed', 'ended customer']);
  assert.equal((await agent.next('cobrowse.ended')).why, 'customer');
  await agent.ask({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved' });
  const external = await desk.allowed();
  const outside = desk.told(external.session.id);
  agent.say({ type: 'session.leave' });
  await agent.closed;
  assert.deepEqual([outside, await desk.live()], [['ended agent'], []]);
});

test('COB 1 CB5 what is transferred, or given back since its agent vanished, ends its session', async (t) => {
  const desk = await cobrowseDesk(t);
  await desk.relay.available('ben');
  for (const how of ['agent', 'gone'] as const) {
    const { agent, conversation } = await desk.relay.talking();
    const { session } = await desk.inChat(conversation);
    const told = desk.told(session.id);
    if (how === 'agent') await agent.ask({ type: 'conversation.transfer', id: v7(), conversation, to: { agent: 'ben' } });
    else {
      agent.end();
      await desk.relay.wait(80_000);
    }
    assert.deepEqual(told, [`ended ${how}`]);
    assert.equal((await desk.logged(conversation)).at(-1)?.type, 'cobrowse.ended');
    agent.end();
  }
});

test('COB 3 CB6 what one relay began another goes on with, and tells both sides', async (t) => {
  const desk = await cobrowseDesk(t);
  const { relay } = desk;
  const second = await testRelay(t, { store: relay.store, hub: relay.hub, clock: relay.clock });
  const { session, code } = await desk.withCode();
  const told = desk.told(session.id);
  const redeemed = await desk.type(code, { on: second });
  assert.equal(redeemed.status, 200);
  const ticket = redeemed.body.ticket as string;
  assert.equal((await desk.answer(session.id, ticket, true, { on: second })).status, 200);
  assert.equal((await desk.pass(session.id, { token: ticket, origin: SHOP })).status, 200);
  assert.equal((await desk.end(session.id, { on: second })).status, 200);
  assert.deepEqual(told, ['asked', 'allowed', 'ended agent']);
});
