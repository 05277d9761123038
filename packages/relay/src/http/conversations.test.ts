import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import { v7 } from 'uuid';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { DESK } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

interface Page {
  readonly conversations: ConversationSummary[];
  readonly next: string | null;
}

/** A closed conversation in which the customer said something. */
async function closed(relay: TestRelay, name: string, text: string): Promise<string> {
  const { client, conversation } = await relay.waiting();
  await relay.store.introduceCustomer('harbour', (await relay.store.conversation('harbour', conversation))!.customer.id, { name });
  client.say({ type: 'message.send', id: v7(), conversation, text });
  client.say({ type: 'conversation.end', id: v7(), conversation });
  await client.next('conversation.ended');
  relay.clock.now += 1_000;
  return conversation;
}

const page = async (relay: TestRelay, query: string, token: string): Promise<Page> => {
  const response = await relay.get(`/v1/conversations?phase=closed${query}`, token);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Page;
};
const code = async (response: Response): Promise<string> => ((await response.json()) as { error: { code: string } }).error.code;

test('TRY 2 closed conversations are listed newest first, page by page, and found by name and text', async (t) => {
  const relay = await testRelay(t);
  const token = await agentToken();
  const ids = [
    await closed(relay, 'Cleo', 'about the chair'),
    await closed(relay, 'Dora', '100% wool?'),
    await closed(relay, 'Emil', 'about a lamp'),
  ];
  await relay.waiting();
  const all = await page(relay, '', token);
  assert.deepEqual(
    all.conversations.map(({ id }) => id),
    ids.toReversed(),
  );
  assert.equal(all.next, null);
  assert.deepEqual(
    Object.keys(all.conversations[0]!).filter((key) => key === 'workspace' || key === 'site'),
    [],
  );
  const first = await page(relay, '&limit=2', token);
  const second = await page(relay, `&limit=2&page=${String(first.next)}`, token);
  assert.deepEqual(
    [...first.conversations, ...second.conversations].map(({ id }) => id),
    ids.toReversed(),
  );
  assert.deepEqual(
    (await page(relay, '&search=ABOUT', token)).conversations.map(({ id }) => id),
    [ids[2], ids[0]],
  );
  assert.deepEqual(
    (await page(relay, '&search=dora', token)).conversations.map(({ id }) => id),
    [ids[1]],
  );
  assert.deepEqual(
    (await page(relay, `&search=${encodeURIComponent('100%')}`, token)).conversations.map(({ id }) => id),
    [ids[1]],
  );
  assert.deepEqual((await page(relay, `&search=${encodeURIComponent('%')}`, token)).conversations.length, 1);
  assert.deepEqual((await page(relay, `&search=${encodeURIComponent("'; drop table events; --")}`, token)).conversations, []);
});

test('the log of a conversation goes to those who may read it, as they may see it', async (t) => {
  const relay = await testRelay(t);
  const { customer, agent, conversation } = await relay.talking();
  agent.say({ type: 'conversation.end', id: v7(), conversation });
  agent.say({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved', description: 'for agents only' });
  await agent.next('conversation.disposed');
  const events = async (token: string, query = '') => {
    const response = await relay.get(`/v1/conversations/${conversation}/events${query}`, token);
    return response.status === 200 ? ((await response.json()) as { events: SeenEvent[] }).events.map(({ type }) => type) : code(response);
  };
  const types = ['conversation.started', 'conversation.accepted', 'conversation.ended', 'conversation.disposed'];
  assert.deepEqual(await events(await agentToken()), types);
  assert.deepEqual(await events(customer.token), [...types.slice(0, 3), 'event.hidden']);
  assert.deepEqual(await events(await agentToken(), '?before=3&limit=1'), ['conversation.accepted']);
  assert.equal(await events((await relay.customer()).token), 'not-found');
  assert.equal(
    await events(await agentToken({ workspace: 'other', secret: 'the secret of the desk, known to its server only, another one' })),
    'not-found',
  );
});

test('P3 a colleague does not read over HTTP what another agent is busy with', async (t) => {
  const relay = await testRelay(t);
  const { conversation } = await relay.talking();
  const path = `/v1/conversations/${conversation}/events`;
  assert.equal((await relay.get(path, await agentToken({ id: 'ben' }))).status, 404);
  assert.equal((await relay.get(path, await agentToken({ id: 'sue', role: 'supervisor' }))).status, 200);
});

test('without a good token there is nothing', async (t) => {
  const relay = await testRelay(t);
  assert.equal((await relay.get('/v1/conversations')).status, 401);
  assert.equal((await relay.get('/v1/conversations', 'x')).status, 401);
  assert.equal((await relay.get('/v1/conversations', await agentToken({ expires: relay.clock.now - 1 }))).status, 401);
  const basic = await fetch(`${relay.url}/v1/conversations`, { headers: { authorization: `Basic ${await agentToken()}` } });
  assert.equal(basic.status, 401);
  assert.equal(await code(await relay.get('/v1/conversations', (await relay.customer()).token)), 'wrong-role');
});

test('queries of every wrong kind are refused with the parameter', async (t) => {
  const relay = await testRelay(t);
  const token = await agentToken();
  for (const query of [
    '?phase=active',
    '?limit=0',
    '?limit=201',
    '?limit=x',
    '?limit=1e3',
    '?page=1',
    '?page=1_x',
    `?page=1_${v7()}'`,
    `?search=${'a'.repeat(201)}`,
  ]) {
    const response = await relay.get(`/v1/conversations${query}`, token);
    assert.equal(response.status, 400, query);
    assert.match(((await response.json()) as { error: { detail: string } }).error.detail, /^(phase|limit|page|search) /);
  }
  for (const id of ['x', '..', '%00', v7(), `${v7()}%0a`])
    assert.equal((await relay.get(`/v1/conversations/${id}/events`, token)).status, 404, id);
  assert.equal((await relay.get(`/v1/conversations/${v7()}/events?before=-1`, token)).status, 400);
});

test('only desks may ask from a browser, and one agent so often and no more', async (t) => {
  const relay = await testRelay(t, { httpLimits: { requestsPerAgent: 2 } });
  const ask = async (origin: string) =>
    fetch(`${relay.url}/v1/conversations`, { headers: { origin, authorization: `Bearer ${await agentToken()}` } });
  assert.equal((await ask(DESK)).headers.get('access-control-allow-origin'), DESK);
  assert.equal((await ask('https://evil.example')).headers.get('access-control-allow-origin'), null);
  const third = await ask(DESK);
  assert.equal(third.status, 429);
  assert.match(third.headers.get('retry-after') ?? '', /^\d+$/);
});
