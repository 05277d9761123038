import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { fillForm, openDatabase } from '../testing/filled-form.js';
import { testRelay } from '../testing/relay.js';
import { AGENT_SECRET } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';
import { testVault } from '../testing/vault.js';

const admin = () => agentToken({ id: 'sue', name: 'Sue', role: 'admin' });

test('FRM 4 VT15 an admin erases a customer: nothing sealed is left, and a reveal says so', async (t) => {
  const database = await openDatabase(t);
  const { store, pool } = database;
  const relay = await testRelay(t, { store });
  const { agent, customer, conversation } = await relay.talking();
  const { form } = await fillForm(database, await testVault(store).key('harbour'), conversation, { card: '4111', cvc: '7' });
  const erase = async (id: string, token: string) =>
    fetch(`${relay.url}/v1/customers/${id}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  for (const token of [await agentToken(), await agentToken({ role: 'supervisor' }), customer.token])
    assert.equal((await erase(customer.id, token)).status, 403);
  const rival = await agentToken({ role: 'admin', workspace: 'other', secret: `${AGENT_SECRET}, another one` });
  for (const [id, token] of [
    [customer.id, rival],
    [v7(), await admin()],
    ['x', await admin()],
  ] as const)
    assert.equal((await erase(id, token)).status, 404);
  assert.equal((await pool.ask('select * from sealed_values')).length, 2);
  for (let times = 0; times < 2; times += 1) assert.equal((await erase(customer.id, await admin())).status, 204);
  assert.deepEqual(await pool.ask('select * from sealed_values'), []);
  const told = await agent.next('conversation.changed', ({ conversation: { customer: who } }) => who.name === '');
  assert.equal(told.conversation.id, conversation);
  const answer = await fetch(`${relay.url}/v1/conversations/${conversation}/forms/${form}/reveal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await agentToken()}` },
    body: JSON.stringify({ id: v7(), fields: ['card'] }),
  });
  assert.equal(answer.status, 410);
  const lines = await store.audit({ workspace: 'harbour', order: 'oldest', after: null, limit: 10 });
  assert.deepEqual(
    lines.map(({ line }) => JSON.parse(line) as { what: string; values?: number }).map(({ what, values }) => [what, values]),
    [
      ['customer.erased', 2],
      ['reveal.refused', undefined],
    ],
  );
});
