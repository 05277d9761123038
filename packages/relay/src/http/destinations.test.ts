import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Destinations } from '@deskbell/protocol/destinations.js';
import { v7 } from 'uuid';
import { testRelay, type TestRelay } from '../testing/relay.js';
import { agentToken } from '../testing/tokens.js';
import { checkWorkspace } from '../settings/check-settings.js';

/** The harbour with more to it. */
function furnish(relay: TestRelay, change: object): void {
  relay.directory.replace(checkWorkspace({ ...relay.directory.workspace('harbour'), ...change }, []));
}

async function ask(relay: TestRelay, path: string, id = 'ana'): Promise<Destinations> {
  const response = await relay.get(`/v1/destinations${path}`, await agentToken({ id }));
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Destinations;
}

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

const CLOSED = { id: 'never', timeZone: 'UTC', week: {} };
const FULL_WEEK = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, []]));

test('TRF 2 only queues that are open, and of which somebody is signed in, are listed', async (t) => {
  const relay = await testRelay(t);
  furnish(relay, {
    hours: [{ ...CLOSED, week: FULL_WEEK }],
    queues: [
      { id: 'front', name: 'Front desk' },
      { id: 'closed', name: 'Closed', hours: 'never' },
      { id: 'others', name: 'Others', members: ['nobody'] },
      { id: 'repairs', name: 'Repairs', members: ['ben'] },
    ],
  });
  await relay.agent({ id: 'ana', name: 'Ana' });
  assert.deepEqual(ids((await ask(relay, '')).queues), ['front']);
  const ben = await relay.agent({ id: 'ben', name: 'Ben' });
  await relay.waiting();
  const both = await ask(relay, '');
  assert.deepEqual(
    both.queues.map(({ id, online, waiting }) => [id, online, waiting]),
    [
      ['front', 2, 1],
      ['repairs', 1, 0],
    ],
  );
  assert.deepEqual(ids((await ask(relay, '?search=REP')).queues), ['repairs']);
  ben.say({ type: 'session.leave' });
  await ben.closed;
  assert.deepEqual(ids((await ask(relay, '')).queues), ['front']);
});

test('TRF 1 TRF 3 colleagues are listed with what they have to do, and whichever kind the workspace lets be transferred to', async (t) => {
  const relay = await testRelay(t);
  await relay.agent({ id: 'ana', name: 'Ana' });
  const ben = await relay.agent({ id: 'ben', name: 'Ben' });
  ben.say({ type: 'status.set', status: 'available' });
  await ben.next('status.changed');
  const { agents } = await ask(relay, '');
  assert.deepEqual(
    agents.map(({ id, presence, load, slots }) => [id, presence, load, slots]),
    [['ben', 'available', 0, 3]],
  );
  furnish(relay, { transfers: { to: 'queues' } });
  assert.deepEqual((await ask(relay, '')).agents, []);
  furnish(relay, { transfers: { to: 'agents' } });
  assert.deepEqual((await ask(relay, '')).queues, []);
});

test('TRF 2 where skills are enforced only who has them is listed', async (t) => {
  const relay = await testRelay(t);
  furnish(relay, {
    skills: [{ id: 'german', name: 'German' }],
    people: [{ id: 'ben', skills: { german: 3 } }],
    queues: [{ id: 'front', name: 'Front desk', skills: { german: 2 } }],
    transfers: { enforceSkillMatch: true },
  });
  for (const id of ['ana', 'ben', 'carl']) await relay.agent({ id, name: id });
  const { conversation } = await relay.waiting();
  assert.deepEqual(ids((await ask(relay, `?conversation=${conversation}`)).agents), ['ben']);
  assert.deepEqual(ids((await ask(relay, '')).agents), ['ben', 'carl']);
});

test('customers, strangers and bad queries get no destinations', async (t) => {
  const relay = await testRelay(t);
  const { token } = await relay.customer();
  assert.equal((await relay.get('/v1/destinations', token)).status, 403);
  assert.equal((await relay.get('/v1/destinations')).status, 401);
  const mine = await agentToken();
  assert.equal((await relay.get('/v1/destinations?conversation=x', mine)).status, 400);
  assert.equal((await relay.get(`/v1/destinations?conversation=${v7()}`, mine)).status, 404);
  assert.equal((await relay.get(`/v1/destinations?search=${'a'.repeat(201)}`, mine)).status, 400);
});
