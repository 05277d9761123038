import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { AGENT_SECRET, DESK } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const RESPONSES = [{ id: 'hello', name: 'Greetings', templates: [{ id: 'day', name: 'Good day', text: 'Good day {{customer.name}}' }] }];

const admin = () => agentToken({ id: 'sue', role: 'admin' });

async function change(relay: TestRelay, part: Partial<WorkspaceInput>): Promise<void> {
  const document = (await (await relay.get('/v1/settings', await admin())).json()) as WorkspaceInput;
  const answer = await relay.put('/v1/settings', { ...document, ...part }, await admin());
  assert.equal(answer.status, 200, await answer.text());
}

async function library(relay: TestRelay): Promise<ResponseLibrary> {
  const answer = await relay.get('/v1/responses', await agentToken());
  assert.equal(answer.status, 200);
  return (await answer.json()) as ResponseLibrary;
}

test('CMP 3 agents get the library of their own workspace, nobody else does', async (t) => {
  const relay = await testRelay(t, { settings: { responses: RESPONSES } });
  assert.deepEqual((await library(relay)).categories, RESPONSES);
  const rival = await agentToken({ workspace: 'other', secret: `${AGENT_SECRET}, another one` });
  assert.deepEqual(await (await relay.get('/v1/responses', rival)).json(), { version: 'none', categories: [] });
  assert.equal((await relay.get('/v1/responses')).status, 401);
  assert.equal((await relay.get('/v1/responses', (await relay.customer()).token)).status, 403);
});

test('S10 CMP 3 a library that did not change is not sent again', async (t) => {
  const relay = await testRelay(t, { settings: { responses: RESPONSES } });
  const ask = async (tag = '') =>
    fetch(`${relay.url}/v1/responses`, {
      headers: { authorization: `Bearer ${await agentToken()}`, origin: DESK, ...(tag && { 'if-none-match': tag }) },
    });
  const first = await ask();
  const tag = first.headers.get('etag') ?? '';
  assert.equal(first.headers.get('cache-control'), 'private, no-cache');
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
    const again = await ask(known);
    assert.deepEqual([again.status, await again.text()], [304, '']);
  }
  await change(relay, { name: 'Another name' });
  assert.equal((await ask(tag)).status, 304);
  await change(relay, { responses: [] });
  assert.equal((await ask(tag)).status, 200);
});

test('S5 S10 CMP 3 consoles are told that the library changed, and not what is in it', async (t) => {
  const relay = await testRelay(t);
  const agent = await relay.agent();
  await change(relay, { responses: RESPONSES });
  const { desk } = await agent.next('desk.changed');
  assert.equal(desk.responses, (await library(relay)).version);
  const opened = await (await relay.connect({ origin: DESK })).open(await agentToken({ id: 'ben' }));
  assert.equal(opened.desk?.responses, desk.responses);
  assert.equal(JSON.stringify(opened).includes('Good day'), false);
  await change(relay, { responses: [{ id: 'hello', name: 'Greetings', templates: [] }] });
  assert.equal((await agent.next('desk.changed')).desk.responses, null);
});

test('CMP 3 a library as large as it may be is saved and comes back whole', async (t) => {
  const relay = await testRelay(t);
  const templates = Array.from({ length: 2_000 }, (_, index) => ({
    id: `t${String(index)}`,
    name: `وقت ${String(index)}`,
    text: '字'.repeat(1_000),
  }));
  await change(relay, { responses: [{ id: 'all', name: 'All', templates }] });
  assert.deepEqual((await library(relay)).categories[0]?.templates, templates);
});
