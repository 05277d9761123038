import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savedFormsSchema, type SavedForms } from '@deskbell/protocol/forms.js';
import * as v from 'valibot';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { AGENT_SECRET, DESK } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const admin = (options: Parameters<typeof agentToken>[0] = {}) => agentToken({ id: 'sue', name: 'Sue', role: 'admin', ...options });

const FIELD = { name: 'order', label: 'Order', kind: 'text', required: false, masked: false } as const;
const FORM = { id: 'return', name: 'Return', secured: false, fields: [FIELD], retentionDays: 30 };

interface Answer {
  readonly status: number;
  readonly version?: number;
  readonly error?: { code: string; version?: number; faults?: { path: string; reason: string }[] };
}

/** Asks as an admin, who else is told by their token. */
async function ask(relay: TestRelay, method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
  const response = await fetch(`${relay.url}/v1/forms${path}`, {
    method,
    headers: { authorization: `Bearer ${token ?? (await admin())}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}
const get = async (relay: TestRelay): Promise<SavedForms> => v.parse(savedFormsSchema, await ask(relay, 'GET', ''));

test('FRM 1 S4 only admins see, change and remove forms, and only their own workspace’s', async (t) => {
  const relay = await testRelay(t);
  assert.deepEqual(await ask(relay, 'PUT', '/return', { version: 0, form: FORM }), { status: 200, version: 1 });
  for (const token of [await agentToken(), await agentToken({ role: 'supervisor' }), (await relay.customer()).token]) {
    for (const [method, path, body] of [
      ['GET', ''],
      ['PUT', '/return', { version: 1, form: FORM }],
      ['DELETE', '/return?version=1'],
    ] as const)
      assert.equal((await ask(relay, method, path, body, token)).error?.code, 'wrong-role');
  }
  assert.equal((await relay.get('/v1/forms')).status, 401);
  const rival = await admin({ workspace: 'other', secret: `${AGENT_SECRET}, another one` });
  assert.deepEqual(await ask(relay, 'GET', '', undefined, rival), { status: 200, version: 0, forms: [] });
  assert.equal((await ask(relay, 'DELETE', '/return?version=0', undefined, rival)).error?.code, 'not-found');
  const asked = await fetch(`${relay.url}/v1/forms/return`, {
    method: 'OPTIONS',
    headers: { origin: DESK, 'access-control-request-method': 'DELETE' },
  });
  assert.match(asked.headers.get('access-control-allow-methods') ?? '', /GET,PUT,DELETE/);
});

test('FRM 1 S5 a form that is saved or removed is told to every console, on every relay', async (t) => {
  const relay = await testRelay(t);
  const other = await testRelay(t, { store: relay.store, hub: relay.hub });
  const far = await other.agent();
  const named = (id: string, name: string) => ({ ...FORM, id, name });
  await ask(relay, 'PUT', '/return', { version: 0, form: FORM });
  assert.deepEqual((await far.next('desk.changed')).desk.forms, [{ id: 'return', name: 'Return' }]);
  await ask(other, 'PUT', '/visit', { version: 1, form: named('visit', 'Visit') });
  await ask(relay, 'PUT', '/return', { version: 2, form: named('return', 'Send back') });
  assert.deepEqual(await get(other), { version: 3, forms: [named('return', 'Send back'), named('visit', 'Visit')] });
  assert.deepEqual(await ask(other, 'DELETE', '/return?version=3'), { status: 200, version: 4 });
  assert.deepEqual((await get(relay)).forms, [named('visit', 'Visit')]);
  await far.next('desk.changed', ({ desk }) => desk.forms.length === 1 && desk.forms[0]?.id === 'visit');
});

test('FRM 1 S6 who changes what somebody else has changed meanwhile is told the newest version, and nothing is lost', async (t) => {
  const relay = await testRelay(t);
  const put = (id: string) => ask(relay, 'PUT', `/${id}`, { version: 0, form: { ...FORM, id } });
  const answers = await Promise.all([put('a'), put('b'), put('c')]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
  for (const { error } of answers.filter(({ status }) => status === 409)) assert.deepEqual([error?.code, error?.version], ['stale', 1]);
  assert.equal((await ask(relay, 'DELETE', '/a?version=0')).error?.code, 'stale');
  assert.equal((await get(relay)).forms.length, 1);
});

test('FRM 1 S3 a bad form is refused with the place of every fault within it, and what runs goes on', async (t) => {
  const relay = await testRelay(t);
  await ask(relay, 'PUT', '/first', { version: 0, form: { ...FORM, id: 'first' } });
  const fields = [
    { ...FIELD, pattern: '(a+)+' },
    { ...FIELD, kind: 'file', masked: true },
  ];
  const { status, error } = await ask(relay, 'PUT', '/return', { version: 1, form: { ...FORM, name: '', fields: [fields[0]] } });
  assert.equal(status, 400);
  assert.deepEqual(error?.faults?.map(({ path }) => path).sort(), ['fields[0].pattern', 'name']);
  const whole = await ask(relay, 'PUT', '/return', { version: 1, form: { ...FORM, fields: [FIELD, fields[1]] } });
  assert.deepEqual(whole.error?.faults?.map(({ path }) => path).sort(), ['fields[1].masked', 'fields[1].name']);
  const big = await ask(relay, 'PUT', '/return', {
    version: 1,
    form: {
      ...FORM,
      intro: 'x'.repeat(2_000),
      fields: Array.from({ length: 50 }, (_, index) => ({
        ...FIELD,
        name: `f${String(index)}`,
        label: 'x'.repeat(200),
        help: 'x'.repeat(200),
      })),
    },
  });
  assert.deepEqual(
    big.error?.faults?.map(({ path }) => path),
    ['form'],
  );
  for (const [path, body] of [
    ['/return', { version: 1, form: { ...FORM, id: 'other' } }],
    ['/return', { version: 1 }],
    ['/return', { version: 1, form: [] }],
    ['/return', { form: FORM }],
    ['/return', 'no object'],
    ['/__proto__', { version: 1, form: JSON.parse('{"id": "__proto__"}') as object }],
  ] as const)
    assert.equal((await ask(relay, 'PUT', path, body)).error?.code, 'malformed');
  assert.equal((await ask(relay, 'DELETE', '/return')).error?.code, 'malformed');
  assert.equal((await ask(relay, 'DELETE', '/return?version=1')).error?.code, 'not-found');
  assert.deepEqual((await get(relay)).version, 1);
});

test('FRM 1 S7 secrets of the settings survive a change of the forms', async (t) => {
  const action = { id: 'refund', name: 'Refund', request: { url: 'https://x.example/' }, secret: 'key' };
  const relay = await testRelay(t, { settings: { actions: [action] } });
  const before = relay.directory.workspace('harbour');
  const { status } = await ask(relay, 'PUT', '/return', { version: 0, form: FORM });
  assert.equal(status, 200);
  assert.deepEqual(relay.directory.workspace('harbour'), { ...before, version: 1, forms: [FORM] });
  await ask(relay, 'DELETE', '/return?version=1');
  assert.deepEqual(relay.directory.workspace('harbour'), { ...before, version: 2 });
});
