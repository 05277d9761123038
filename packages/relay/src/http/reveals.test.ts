import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Revealed } from '@deskbell/protocol/forms.js';
import { v7 } from 'uuid';
import type { AuditEntry } from '../audit/entry.js';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { fillForm, openDatabase, type FilledForm, type OpenDatabase } from '../testing/filled-form.js';
import { testRelay, type TestRelay, type TestRelayOptions } from '../testing/relay.js';
import { AGENT_SECRET, DESK } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';
import { testVault } from '../testing/vault.js';

const CARD = '4111111111111111';
/** Longer than any, so that no time, count or id holds it by chance. */
const CVC = 'cvc-737-of-the-card';

interface Desk extends OpenDatabase, FilledForm {
  readonly relay: TestRelay;
  readonly customer: string;
  /** Asks, as Ana where nobody else is said, for the card where nothing else is. */
  readonly ask: (body?: object, options?: { token?: string; on?: TestRelay; place?: Partial<FilledForm> }) => Promise<Response>;
  readonly trail: () => Promise<AuditEntry[]>;
}

/** Ana talks with a customer who has filled in a form. */
async function desk(t: TestContext, vault?: WorkspaceInput['vault'], options: TestRelayOptions = {}): Promise<Desk> {
  const database = await openDatabase(t);
  const relay = await testRelay(t, { store: database.store, ...(vault && { settings: { vault } }), ...options });
  const { conversation, customer } = await relay.talking();
  const key = await testVault(database.store).key('harbour');
  const filled = await fillForm(database, key, conversation, { card: CARD, cvc: CVC }, { expiresAt: relay.clock.now + 60_000 });
  const ask: Desk['ask'] = async (body = {}, { token, on = relay, place = {} } = {}) => {
    const path = { ...filled, ...place };
    return fetch(`${on.url}/v1/conversations/${path.conversation}/forms/${path.form}/reveal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: DESK, authorization: `Bearer ${token ?? (await agentToken())}` },
      body: JSON.stringify({ id: v7(), fields: ['card'], ...body }),
    });
  };
  const trail = async (): Promise<AuditEntry[]> => {
    const lines = await database.store.audit({ workspace: 'harbour', order: 'oldest', after: null, limit: 200 });
    return lines.map(({ line }) => JSON.parse(line) as AuditEntry);
  };
  return { ...database, ...filled, relay, customer: customer.id, ask, trail };
}

const valuesOf = async (answer: Response): Promise<Revealed['values']> => ((await answer.json()) as Revealed).values;
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { error: { code: string } }).error.code;
const supervisor = () => agentToken({ id: 'sam', name: 'Sam', role: 'supervisor' });

test('FRM 3 VT7 each field that is revealed is a line of the trail with who, when, where, which and why', async (t) => {
  const { relay, ask, trail, conversation } = await desk(t);
  const id = v7();
  const answer = await ask({ id, fields: ['card', 'cvc'], reason: ' the refund\nof H-2087 ' });
  assert.equal(answer.status, 200);
  assert.deepEqual(await valuesOf(answer), { card: CARD, cvc: CVC });
  const line = {
    what: 'value.revealed',
    at: relay.clock.now,
    who: { id: 'ana', name: 'Ana', role: 'agent' },
    conversation,
    form: { id: 'payment', name: 'Payment' },
    request: id,
    reason: 'the refund of H-2087',
  };
  assert.deepEqual(await trail(), [
    { n: 1, ...line, field: 'card' },
    { n: 2, ...line, field: 'cvc' },
  ]);
});

test('FRM 3 VT7 nothing is revealed that could not be written down', async (t) => {
  const { relay, ask, trail, pool } = await desk(t);
  await pool.askOnce(`create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = '53100'; end $$;
    create trigger no_place before insert on audit for each row execute function full_disk()`);
  const answer = await ask();
  assert.deepEqual([answer.status, await codeOf(answer)], [503, 'unavailable']);
  await pool.askOnce('drop trigger no_place on audit');
  assert.deepEqual(await trail(), []);
  assert.deepEqual(await valuesOf(await ask()), { card: CARD });
  assert.ok(!relay.logged.join('').includes(CARD));
});

test('FRM 4 VT11 a revealed value is in no log, metric or event, and no browser keeps it', async (t) => {
  const { relay, ask, store, conversation, trail } = await desk(t);
  const answer = await ask();
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.deepEqual(await valuesOf(answer), { card: CARD });
  const said = [
    relay.logged.join(''),
    await relay.metrics.registry.metrics(),
    JSON.stringify(await store.eventsAfter(conversation, 0, 100)),
    JSON.stringify(await trail()),
  ].join('\n');
  for (const value of [CARD, CVC]) assert.ok(!said.includes(value));
});

test('FRM 3 VT5 everyone is who has the conversation, supervisors and admins', async (t) => {
  const { ask, trail } = await desk(t);
  for (const token of [await agentToken(), await supervisor(), await agentToken({ id: 'sue', role: 'admin' })])
    assert.equal((await ask({}, { token })).status, 200);
  const refused = await ask({}, { token: await agentToken({ id: 'ben', name: 'Ben' }) });
  assert.deepEqual([refused.status, await codeOf(refused)], [404, 'not-found']);
  const last = (await trail()).at(-1);
  assert.ok(last?.what === 'reveal.refused');
  assert.deepEqual([last.who.id, last.why, last.fields], ['ben', 'not-found', ['card']]);
});

test('FRM 3 VT5 supervisors only, or only who is listed, and who reads it', async (t) => {
  const supervised = await desk(t, { reveal: 'supervisors' });
  assert.equal(await codeOf(await supervised.ask()), 'wrong-role');
  assert.equal((await supervised.ask({}, { token: await supervisor() })).status, 200);
  const listed = await desk(t, { reveal: ['ben', 'ana'] });
  assert.equal((await listed.ask()).status, 200);
  assert.equal(await codeOf(await listed.ask({}, { token: await supervisor() })), 'wrong-role');
  assert.equal(await codeOf(await listed.ask({}, { token: await agentToken({ id: 'ben' }) })), 'not-found');
  const whys = (await listed.trail()).map((entry) => (entry.what === 'reveal.refused' ? entry.why : entry.what));
  assert.deepEqual(whys, ['value.revealed', 'wrong-role', 'not-found']);
});

test('FRM 3 VT6 a right that was taken away counts at once, on a relay that has not heard of it too', async (t) => {
  const { relay, ask, store, trail } = await desk(t);
  const deaf = await testRelay(t, { store });
  assert.equal((await ask({}, { on: deaf })).status, 200);
  const admin = await agentToken({ id: 'sue', name: 'Sue', role: 'admin' });
  const document = (await (await relay.get('/v1/settings', admin)).json()) as WorkspaceInput;
  assert.equal((await relay.put('/v1/settings', { ...document, vault: { reveal: [] } }, admin)).status, 200);
  assert.equal(deaf.directory.workspace('harbour')?.version, 0);
  assert.equal(await codeOf(await ask({}, { on: deaf })), 'wrong-role');
  assert.equal(await codeOf(await ask()), 'wrong-role');
  const [, changed, ...refused] = await trail();
  assert.ok(changed?.what === 'settings.changed');
  assert.deepEqual([changed.who, changed.version, changed.parts], [{ id: 'sue', name: 'Sue', role: 'admin' }, 1, ['vault']]);
  assert.deepEqual(
    refused.map((entry) => entry.what === 'reveal.refused' && entry.why),
    ['wrong-role', 'wrong-role'],
  );
});

test('FRM 3 VT6 a right, or a value, that goes between the look and the line is gone', async (t) => {
  let meanwhile = (): Promise<unknown> => Promise.resolve();
  const { ask, store, pool, trail } = await desk(t, undefined, {
    wrap: (real) =>
      new Proxy(real, {
        get: (target, name) => {
          if (name === 'recordReveal')
            return async (...asked: Parameters<typeof real.recordReveal>) => {
              await meanwhile();
              return target.recordReveal(...asked);
            };
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      }),
  });
  meanwhile = () => pool.ask(`delete from sealed_values where field = 'cvc'`);
  assert.equal(await codeOf(await ask({ fields: ['card', 'cvc'] })), 'erased');
  const document = { vault: { reveal: 'supervisors' } };
  meanwhile = () => store.saveSettings({ workspace: 'harbour', version: 1, document, changedAt: 1, changedBy: 'sue' });
  assert.equal(await codeOf(await ask()), 'wrong-role');
  const whats = (await trail()).map((entry) => (entry.what === 'reveal.refused' ? entry.why : entry.what));
  assert.deepEqual(whats, ['erased', 'settings.changed', 'wrong-role']);
});

test('FRM 3 VT6 settings of another build whose right cannot be read let nobody see anything', async (t) => {
  const { ask, store } = await desk(t);
  const document = { vault: { reveal: 'the-moon' } };
  await store.saveSettings({ workspace: 'harbour', version: 5, document, changedAt: 1, changedBy: 'sue' });
  const answer = await ask();
  assert.equal(answer.status, 500);
});

test('FRM 3 VT8 a request is had once, on whatever relay and by whomever', async (t) => {
  const { ask, store, trail } = await desk(t);
  const other = await testRelay(t, { store });
  const id = v7();
  const answers = await Promise.all([ask({ id }), ask({ id }, { on: other }), ask({ id }), ask({ id }, { on: other })]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409]);
  assert.equal(await codeOf(await ask({ id, fields: ['cvc'] }, { token: await supervisor() })), 'id-used');
  const whats = (await trail()).map((entry) => (entry.what === 'reveal.refused' ? entry.why : entry.what));
  assert.deepEqual(whats.sort(), ['id-used', 'id-used', 'id-used', 'id-used', 'value.revealed']);
});

test('FRM 3 VT7 where a reason is wanted there is none without one', async (t) => {
  const { ask, trail } = await desk(t, { reason: true });
  for (const reason of [undefined, '', ' \n\u0000 ']) assert.equal(await codeOf(await ask({ reason })), 'reason-needed');
  assert.equal(await codeOf(await ask({ reason: 'x'.repeat(501) })), 'too-long');
  assert.equal(await codeOf(await ask({ reason: 7 })), 'malformed');
  assert.deepEqual(await trail(), []);
  assert.equal((await ask({ reason: 'x'.repeat(500) })).status, 200);
});

test('FRM 4 VT9 what was changed, or sealed for another place, is not shown, nor anything with it', async (t) => {
  const { ask, pool, trail } = await desk(t);
  await pool.ask(`update sealed_values v set enc = o.enc, ct = o.ct from sealed_values o where v.field = 'card' and o.field = 'cvc'`);
  const answer = await ask({ fields: ['cvc', 'card'] });
  assert.deepEqual([answer.status, await codeOf(answer)], [409, 'tampered']);
  const [refused, ...others] = await trail();
  assert.ok(refused?.what === 'reveal.refused' && others.length === 0);
  assert.deepEqual([refused.why, refused.fields], ['tampered', ['card']]);
  assert.deepEqual(await valuesOf(await ask({ fields: ['cvc'] })), { cvc: CVC });
  await pool.ask(`update sealed_values set key = 'gone'`);
  assert.equal(await codeOf(await ask({ fields: ['cvc'] })), 'tampered');
});

test('FRM 4 VT10 what was erased, or whose time is up, cannot be had', async (t) => {
  const { relay, ask, pool, trail } = await desk(t);
  await pool.ask(`delete from sealed_values where field = 'cvc'`);
  const answer = await ask({ fields: ['card', 'cvc'] });
  assert.deepEqual([answer.status, await codeOf(answer)], [410, 'erased']);
  assert.equal((await ask()).status, 200);
  relay.clock.now += 60_000;
  assert.equal(await codeOf(await ask()), 'erased');
  const whats = (await trail()).map((entry) => (entry.what === 'reveal.refused' ? entry.why : entry.what));
  assert.deepEqual(whats, ['erased', 'value.revealed', 'erased']);
});

test('FRM 3 a reveal that is forged, or of what is not masked, is refused and leaves no line', async (t) => {
  const { relay, ask, trail, store, form } = await desk(t);
  const { conversation: elsewhere } = await relay.waiting('Dora');
  const other = { workspace: 'other', role: 'admin', secret: `${AGENT_SECRET}, another one` };
  assert.equal(await codeOf(await ask({}, { token: (await relay.customer()).token })), 'wrong-role');
  assert.equal((await ask({}, { token: 'nobody' })).status, 401);
  const stranger = await (await ask({}, { token: await agentToken(other) })).text();
  for (const place of [{ conversation: elsewhere }, { form: v7() }, { conversation: v7() }, { form: 'x' }, { conversation: '%00' }])
    assert.equal(await (await ask({}, { place })).text(), stranger, JSON.stringify(place));
  for (const fields of [['order'], ['nothing'], ['iban'], [], ['card', 'card'], [7], 'card', ['__proto__'], Array(101).fill('card')])
    assert.equal(await codeOf(await ask({ fields })), 'malformed', JSON.stringify(fields));
  for (const id of [undefined, 'x', 7]) assert.equal(await codeOf(await ask({ id })), 'malformed');
  assert.deepEqual(await trail(), []);
  assert.deepEqual((await store.auditHead('other')).n, 0);
  assert.equal((await ask({}, { place: { form: form.toUpperCase() } })).status, 404);
});

test('FRM 3 who reveals as if there were no end to it is slowed down', async (t) => {
  const { ask } = await desk(t, {}, { httpLimits: { revealsPerAgent: 2 } });
  assert.deepEqual([(await ask()).status, (await ask()).status], [200, 200]);
  const answer = await ask();
  assert.equal(await codeOf(answer), 'slow-down');
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal((await ask({}, { token: await supervisor() })).status, 200);
});

test('FRM 3 consoles know who may reveal, and whether they have to say why', async (t) => {
  const relay = await testRelay(t, { settings: { vault: { reveal: 'supervisors', reason: true } } });
  const console = await relay.connect({ origin: DESK });
  assert.deepEqual((await console.open(await agentToken())).desk?.reveal, { by: 'supervisors', reason: true });
});
