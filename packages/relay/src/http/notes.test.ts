import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NotesPage } from '@deskbell/protocol/notes.js';
import { v7 } from 'uuid';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { DESK } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const OTHERS = { workspace: 'other', secret: 'the secret of the desk, known to its server only, another one' };

/** A customer about whom Ana has written so many notes. */
async function noted(relay: TestRelay, count: number): Promise<string> {
  const { agent, customer, conversation } = await relay.talking();
  for (let index = 1; index <= count; index++) {
    relay.clock.now += 1_000;
    await agent.ask({ type: 'note.add', id: v7(), conversation, text: `note ${String(index)}` });
  }
  return customer.id;
}

test('INF 4 P14 any agent reads the notes about a customer, newest first, page by page', async (t) => {
  const relay = await testRelay(t);
  const customer = await noted(relay, 5);
  const page = async (query: string): Promise<NotesPage> =>
    (await (await relay.get(`/v1/customers/${customer}/notes${query}`, await agentToken({ id: 'ben' }))).json()) as NotesPage;
  const first = await page('?limit=3');
  const second = await page(`?limit=3&page=${String(first.next)}`);
  assert.deepEqual(
    [...first.notes, ...second.notes].map(({ text, by }) => [text, by.id]),
    [5, 4, 3, 2, 1].map((index) => [`note ${String(index)}`, 'ana']),
  );
  assert.deepEqual([second.next, (await page('')).next], [null, null]);
});

test('INF 4 P1 another workspace’s customer and one who is not there get the same answer', async (t) => {
  const relay = await testRelay(t);
  const customer = await noted(relay, 1);
  const ask = async (id: string, token: string) => {
    const response = await relay.get(`/v1/customers/${id}/notes`, token);
    return [response.status, await response.text()];
  };
  const stranger = await ask(customer, await agentToken(OTHERS));
  assert.equal(stranger[0], 404);
  for (const id of [v7(), 'x', '%00']) assert.deepEqual(await ask(id, await agentToken()), stranger);
});

test('INF 4 notes are for agents with a good token, and for pages of desks', async (t) => {
  const relay = await testRelay(t);
  const customer = await noted(relay, 1);
  const path = `/v1/customers/${customer}/notes`;
  assert.equal((await relay.get(path)).status, 401);
  assert.equal((await relay.get(path, (await relay.customer()).token)).status, 403);
  for (const query of ['limit=0', 'limit=51', 'limit=x', 'page=1', `page=1_${v7()}'`])
    assert.equal((await relay.get(`${path}?${query}`, await agentToken())).status, 400, query);
  const from = async (origin: string) =>
    (await fetch(relay.url + path, { headers: { origin, authorization: `Bearer ${await agentToken()}` } })).headers.get(
      'access-control-allow-origin',
    );
  assert.deepEqual([await from(DESK), await from('https://evil.example')], [DESK, null]);
});

test('INF 3 the closed conversations of one customer are listed', async (t) => {
  const relay = await testRelay(t);
  const mine = await relay.waiting('Cleo');
  const other = await relay.waiting('Dora');
  for (const { client, conversation } of [mine, other]) await client.ask({ type: 'conversation.end', id: v7(), conversation });
  const list = async (customer: string, token: string) => {
    const response = await relay.get(`/v1/conversations?phase=closed&customer=${customer}`, token);
    return ((await response.json()) as { conversations: { id: string }[] }).conversations.map(({ id }) => id);
  };
  assert.deepEqual(await list(mine.id, await agentToken()), [mine.conversation]);
  assert.deepEqual(await list(mine.id, await agentToken(OTHERS)), []);
  assert.equal((await relay.get('/v1/conversations?customer=x', await agentToken())).status, 400);
});
