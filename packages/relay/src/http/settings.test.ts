import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import { withSaved } from '../settings/saved-settings.js';
import { checkSettings } from '../settings/check-settings.js';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { AGENT_SECRET, DESK, SITE_SECRET, testSettings } from '../testing/settings.js';
import { agentToken } from '../testing/tokens.js';

const admin = (options: Parameters<typeof agentToken>[0] = {}) => agentToken({ id: 'sue', name: 'Sue', role: 'admin', ...options });

const get = async (relay: TestRelay): Promise<WorkspaceInput> => {
  const response = await relay.get('/v1/settings', await admin());
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as WorkspaceInput;
};
const put = async (relay: TestRelay, document: unknown) => relay.put('/v1/settings', document, await admin());

interface Refused {
  readonly code: string;
  readonly version?: number;
  readonly faults?: readonly { path: string; reason: string }[];
}
const refusalOf = async (response: Response): Promise<Refused> => ((await response.json()) as { error: Refused }).error;

test('S4 only admins see and change the settings, and only of their own workspace', async (t) => {
  const relay = await testRelay(t);
  assert.equal((await relay.get('/v1/settings')).status, 401);
  for (const token of [await agentToken(), await agentToken({ role: 'supervisor' }), (await relay.customer()).token]) {
    assert.equal((await refusalOf(await relay.get('/v1/settings', token))).code, 'wrong-role');
    assert.equal((await refusalOf(await relay.put('/v1/settings', {}, token))).code, 'wrong-role');
  }
  const rival = await admin({ workspace: 'other', secret: `${AGENT_SECRET}, another one` });
  assert.equal(((await (await relay.get('/v1/settings', rival)).json()) as WorkspaceInput).id, 'other');
  const document = await get(relay);
  const { secret: _, ...site } = document.sites[0]!;
  const wrong = await refusalOf(await relay.put('/v1/settings', { ...document, sites: [site] }, rival));
  assert.deepEqual(wrong.faults, [
    { path: 'id', reason: 'has to stay other' },
    { path: 'sites[0].key', reason: 'is taken' },
  ]);
});

test('S5 what is saved runs on every relay, and every console hears it', async (t) => {
  const relay = await testRelay(t);
  const other = await testRelay(t, { store: relay.store, hub: relay.hub });
  const [near, far] = [await relay.agent(), await other.agent({ id: 'ben' })];
  const customer = await other.customer();
  const document = await get(relay);
  document.queues.push({ id: 'pier', name: 'Pier', priority: 3 });
  document.responseTimeSeconds = 90;
  const response = await put(relay, document);
  assert.equal(response.status, 200);
  assert.equal(((await response.json()) as WorkspaceInput).version, 1);
  for (const console of [near, far]) {
    const { queues, responseTime } = (await console.next('desk.changed')).desk;
    assert.deepEqual([queues.map(({ name }) => name), responseTime], [['Front desk', 'Pier'], 90_000]);
  }
  // The second time by the other relay, which has them then.
  await far.next('desk.changed');
  assert.equal(other.directory.workspace('harbour')?.queues[1]?.priority, 3);
  const opened = await (await other.connect({ origin: DESK })).open(await agentToken());
  assert.deepEqual([opened.desk?.queues.length, opened.desk?.responseTime, opened.desk?.listening], [2, 90_000, false]);
  assert.equal(
    customer.client.received.some(({ type }) => type === 'desk.changed'),
    false,
  );
});

test('S5 a queue and a site that came while the relay ran are like all others', async (t) => {
  const relay = await testRelay(t);
  const document = await get(relay);
  document.queues.push({ id: 'pier', name: 'Pier' });
  document.sites[0]!.queue = 'pier';
  assert.equal((await put(relay, document)).status, 200);
  const { client, conversation } = await relay.waiting();
  assert.equal((await client.next('queue.placed')).place, 1);
  const row = await relay.store.conversation('harbour', conversation);
  assert.deepEqual(row?.queue, { id: 'pier', name: 'Pier' });
  const [started] = await relay.store.eventsAfter(conversation, 0, 1);
  assert.deepEqual(started?.type === 'conversation.started' && started.queue, { id: 'pier', name: 'Pier' });
});

test('S4, ADM 1 a bad document is refused with every fault, and what runs goes on', async (t) => {
  const relay = await testRelay(t);
  const document = await get(relay);
  const { version: _, ...rest } = document;
  const bad = await put(relay, { ...rest, id: 'elsewhere', colour: 'blue', queues: [{ id: 'front', name: '' }] });
  assert.equal(bad.status, 400);
  const { code, faults } = await refusalOf(bad);
  assert.equal(code, 'malformed');
  assert.deepEqual(faults?.map(({ path }) => path).sort(), ['colour', 'id', 'queues[0].name', 'version']);
  const unknown = await refusalOf(await put(relay, { ...document, queues: [{ id: 'front', name: 'F', hours: 'office', noAgents: 'x' }] }));
  assert.deepEqual(unknown.faults?.map(({ path }) => path).sort(), ['queues[0].hours', 'queues[0].noAgents']);
  for (const body of ['{', '[]', 'null', '7']) assert.equal((await put(relay, body)).status, 400, body);
  assert.deepEqual(await get(relay), document);
  assert.equal(await relay.store.settings('harbour'), undefined);
});

test('S6 who changes settings that are not the newest is told the newest’s version', async (t) => {
  const relay = await testRelay(t);
  const document = await get(relay);
  assert.equal((await put(relay, { ...document, name: 'One' })).status, 200);
  const response = await put(relay, { ...document, name: 'Two' });
  assert.equal(response.status, 409);
  const { code, version } = await refusalOf(response);
  assert.deepEqual([code, version], ['stale', 1]);
  assert.equal((await get(relay)).name, 'One');
});

test('S6 of admins on two relays who save at once one does', async (t) => {
  const relay = await testRelay(t);
  const other = await testRelay(t, { store: relay.store, hub: relay.hub });
  const document = await get(relay);
  const names = ['One', 'Two', 'Three', 'Four'];
  const answers = await Promise.all(names.map((name, index) => put(index % 2 === 0 ? relay : other, { ...document, name })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409]);
  const winner = names[answers.findIndex(({ status }) => status === 200)];
  for (const each of [relay, other]) assert.deepEqual([(await get(each)).name, (await get(each)).version], [winner, 1]);
});

test('S7 secrets never leave the relay, and are kept where null comes back', async (t) => {
  const relay = await testRelay(t);
  const shown = await (await relay.get('/v1/settings', await admin())).text();
  assert.equal(shown.includes(AGENT_SECRET) || shown.includes(SITE_SECRET), false);
  const document = JSON.parse(shown) as WorkspaceInput;
  assert.deepEqual([document.agents.secret, document.sites[0]?.secret], [null, null]);
  document.sites.push({ key: 'pier', name: 'Pier', origins: ['https://pier.example'], queue: 'front' });
  const answer = await (await put(relay, document)).text();
  assert.equal(answer.includes(AGENT_SECRET) || answer.includes(SITE_SECRET), false);
  const { agents, sites } = relay.directory.workspace('harbour')!;
  assert.deepEqual([agents.secret, sites[0]?.secret, sites[1]?.secret], [AGENT_SECRET, SITE_SECRET, undefined]);
  const next = await get(relay);
  Object.assign(next.sites[1]!, { secret: null });
  assert.deepEqual(
    (await refusalOf(await put(relay, next))).faults?.map(({ path }) => path),
    ['sites[1].secret'],
  );
});

test('S7 a new secret of the agents counts from the moment it is saved', async (t) => {
  const relay = await testRelay(t);
  const document = await get(relay);
  const secret = 'a new secret of the desk, known to its server only';
  document.agents.secret = secret;
  assert.equal((await put(relay, document)).status, 200);
  assert.equal((await relay.get('/v1/settings', await admin())).status, 401);
  assert.equal((await relay.get('/v1/settings', await admin({ secret }))).status, 200);
});

test('S8 a queue in which somebody waits stays', async (t) => {
  const relay = await testRelay(t);
  await relay.waiting();
  const document = await get(relay);
  document.queues = [{ id: 'pier', name: 'Pier' }];
  document.sites[0]!.queue = 'pier';
  assert.deepEqual((await refusalOf(await put(relay, document))).faults, [
    { path: 'queues', reason: 'has no front any more, where 1 wait' },
  ]);
  assert.equal(relay.directory.site('shop')?.queue.id, 'front');
});

test('S5 a relay that did not hear of new settings has them as soon as it is asked', async (t) => {
  const relay = await testRelay(t);
  const deaf = await testRelay(t, { store: relay.store });
  await put(relay, { ...(await get(relay)), name: 'One' });
  assert.equal(deaf.directory.workspace('harbour')?.name, 'Harbour & Pine');
  const document = await get(deaf);
  assert.deepEqual([document.name, document.version], ['One', 1]);
  assert.equal((await put(deaf, { ...document, name: 'Two' })).status, 200);
});

test('S5 what could not be read when it was told is read when the database is back', async (t) => {
  const relay = await testRelay(t);
  let away = true;
  const other = await testRelay(t, {
    store: relay.store,
    hub: relay.hub,
    wrap: (store) =>
      new Proxy(store, {
        get: (target, name) => {
          if (name === 'settings' && away) return () => Promise.reject(new RelayError('unavailable'));
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
        },
      }),
  });
  const agent = await other.agent({ id: 'ben' });
  await put(relay, { ...(await get(relay)), name: 'One' });
  assert.equal((await agent.next('desk.changed')).desk.workspace.name, 'One');
  assert.equal(other.directory.workspace('harbour')?.name, 'Harbour & Pine');
  away = false;
  other.pass(1_000);
  await agent.next('desk.changed');
  assert.equal(other.directory.workspace('harbour')?.name, 'One');
});

test('S5 settings of another build that cannot be used are a fault that is logged, and what runs goes on', async (t) => {
  const relay = await testRelay(t);
  const saved = { workspace: 'harbour', version: 4, document: { from: 'the future' }, changedAt: 1, changedBy: 'sue' };
  await relay.store.saveSettings(saved);
  assert.equal((await relay.get('/v1/settings', await admin())).status, 500);
  assert.match(relay.logged.join(''), /version 4 of the settings of harbour cannot be used by this build/);
  assert.equal(relay.directory.workspace('harbour')?.version, 0);
});

test('S9 a relay begins with what was saved, unless the file’s version is higher', async (t) => {
  const relay = await testRelay(t);
  const file = checkSettings(testSettings());
  const nameWith = async (version: number): Promise<string | undefined> => {
    const [harbour, ...others] = file.workspaces;
    return (await withSaved({ workspaces: [{ ...harbour!, version }, ...others] }, relay.store)).workspaces[0]?.name;
  };
  assert.equal(await nameWith(0), 'Harbour & Pine');
  await put(relay, { ...(await get(relay)), name: 'One' });
  await put(relay, { ...(await get(relay)), name: 'Two' });
  assert.deepEqual([await nameWith(0), await nameWith(2), await nameWith(3)], ['Two', 'Two', 'Harbour & Pine']);
  await relay.store.saveSettings({ workspace: 'harbour', version: 9, document: { id: 'harbour' }, changedAt: 1, changedBy: 'sue' });
  await assert.rejects(nameWith(0), /harbour \(a file with a version above 9 wins\) cannot be used:\n {2}workspaces\[0\]\.name is missing/);
  assert.equal(await nameWith(10), 'Harbour & Pine');
});

test('settings are asked for by desks only, and may be as long as a big workspace needs', async (t) => {
  const relay = await testRelay(t);
  const headers = { origin: DESK, authorization: `Bearer ${await admin()}` };
  const answer = await fetch(`${relay.url}/v1/settings`, { headers });
  assert.equal(answer.headers.get('access-control-allow-origin'), DESK);
  const stranger = await fetch(`${relay.url}/v1/settings`, { headers: { ...headers, origin: 'https://evil.example' } });
  assert.equal(stranger.headers.get('access-control-allow-origin'), null);
  const people = Array.from({ length: 2_000 }, () => ({ id: v7(), name: 'Somebody with a name' }));
  assert.equal((await put(relay, { ...(await get(relay)), people })).status, 200);
  assert.equal((await put(relay, ' '.repeat(8_400_000))).status, 413);
  assert.equal((await relay.post(' '.repeat(70_000))).status, 413);
});
