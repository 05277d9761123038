import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import type { AuditEntry, AuditHead } from '../audit/entry.js';
import { readFirst, readLine } from '../audit/exported.js';
import { Verifier } from '../audit/verifier.js';
import { openDatabase } from '../testing/filled-form.js';
import { testRelay } from '../testing/relay.js';
import { AGENT_SECRET } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const admin = () => agentToken({ id: 'sue', name: 'Sue', role: 'admin' });
const rival = () => agentToken({ id: 'eve', role: 'admin', workspace: 'other', secret: `${AGENT_SECRET}, another one` });
const who = { id: 'operator', name: 'Operator', role: 'system' } as const;
const rotation = (key: string): AuditEntry => ({ what: 'key.rotated', at: 1, who, key, before: null });

interface Page {
  readonly lines: readonly (AuditEntry & { n: number; hash: string })[];
  readonly next: number | null;
  readonly head: AuditHead;
}

test('FRM 3 VT13 admins read the trail of their workspace, from either end, and that is a line', async (t) => {
  const relay = await testRelay(t);
  await relay.store.appendAudit('harbour', ['a', 'b', 'c'].map(rotation));
  await relay.store.appendAudit('other', [rotation('theirs')]);
  const page = async (query: string): Promise<Page> => (await (await relay.get(`/v1/audit${query}`, await admin())).json()) as Page;
  const newest = await page('?limit=2');
  assert.deepEqual(
    newest.lines.map(({ n, what }) => [n, what]),
    [
      [4, 'audit.read'],
      [3, 'key.rotated'],
    ],
  );
  assert.deepEqual(newest.lines[0]?.who, { id: 'sue', name: 'Sue', role: 'admin' });
  assert.deepEqual([newest.next, newest.head], [3, { n: 4, hash: newest.lines[0].hash }]);
  const rest = await page(`?limit=2&page=${String(newest.next)}`);
  assert.deepEqual([rest.lines.map(({ n }) => n), (await page(`?limit=2&page=1`)).next], [[2, 1], null]);
  const oldest = await page('?order=oldest');
  assert.deepEqual([oldest.lines.map(({ n }) => n), oldest.head.n], [[1, 2, 3, 4, 5, 6, 7], 7]);
  const theirs = (await (await relay.get('/v1/audit', await rival())).json()) as Page;
  assert.deepEqual(
    theirs.lines.map(({ n }) => n),
    [2, 1],
  );
});

test('FRM 3 VT13 it is read by conversation too', async (t) => {
  const relay = await testRelay(t);
  const [mine, other] = [v7(), v7()];
  const refused = (conversation: string): AuditEntry => ({
    what: 'reveal.refused',
    at: 1,
    who: { id: 'ben', name: 'Ben', role: 'agent' },
    conversation,
    form: { id: 'payment', name: 'Payment' },
    request: v7(),
    fields: ['card'],
    why: 'wrong-role',
  });
  await relay.store.appendAudit('harbour', [refused(mine), refused(other), rotation('a'), refused(mine)]);
  const { lines } = (await (await relay.get(`/v1/audit?conversation=${mine}`, await admin())).json()) as Page;
  assert.deepEqual(
    lines.map(({ n, what }) => [n, what]),
    [
      [5, 'audit.read'],
      [4, 'reveal.refused'],
      [1, 'reveal.refused'],
    ],
  );
});

test('FRM 3 VT13 nobody else reads it, and a bad question leaves no line', async (t) => {
  const relay = await testRelay(t);
  for (const path of ['/v1/audit', '/v1/audit/export']) {
    assert.equal((await relay.get(path)).status, 401);
    for (const token of [await agentToken(), await agentToken({ role: 'supervisor' }), (await relay.customer()).token])
      assert.equal((await relay.get(path, token)).status, 403);
  }
  for (const query of ['limit=0', 'limit=201', 'page=0', 'page=x', 'order=best', 'conversation=x'])
    assert.equal((await relay.get(`/v1/audit?${query}`, await admin())).status, 400, query);
  assert.equal((await relay.store.auditHead('harbour')).n, 0);
});

test('FRM 3 VT14 the exported trail can be verified by itself, and shows that its end is missing', async (t) => {
  const relay = await testRelay(t);
  await relay.store.appendAudit(
    'harbour',
    Array.from({ length: 2_345 }, (_, index) => rotation(String(index))),
  );
  const answer = await relay.get('/v1/audit/export', await admin());
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const [first = '', ...lines] = (await answer.text()).trimEnd().split('\n');
  const { workspace, head } = readFirst(first)!;
  const verifier = new Verifier(workspace, head);
  for (const line of lines) assert.equal(verifier.take(readLine(line)), undefined);
  assert.deepEqual([workspace, verifier.end(), verifier.last, lines.length], ['harbour', undefined, head, 2_346]);
});

test('FRM 3 VT13 the database refuses to change, delete or empty the trail', async (t) => {
  const { store, pool } = await openDatabase(t);
  await store.appendAudit('harbour', [rotation('a')]);
  const before = await store.auditHead('harbour');
  for (const statement of [`update audit set line = 'x'`, 'delete from audit', 'truncate audit', `update audit set n = 9 where n = 1`])
    await assert.rejects(pool.askOnce(statement), /added to, and nothing else/, statement);
  assert.deepEqual(await store.auditHead('harbour'), before);
});
