import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNROUTED, type ConversationSummary } from '@deskbell/protocol/conversation.js';
import { Tray } from './tray.js';

const row = (seq: number, more: Partial<ConversationSummary> = {}): ConversationSummary => ({
  ...UNROUTED,
  id: 'one',
  channel: 'chat',
  phase: 'waiting',
  queue: { id: 'front', name: 'Front desk' },
  customer: { id: 'kim', name: 'Kim' },
  agent: null,
  startedAt: 1,
  waitingSince: 1,
  acceptedAt: null,
  assignedAt: null,
  endedAt: null,
  awaitingSince: null,
  seq,
  read: { customer: 0, agent: 0 },
  lastLine: null,
  disposition: null,
  ...more,
});
const accepted = (seq: number, agent: string) =>
  row(seq, { phase: 'active', agent: { id: agent, name: agent }, acceptedAt: 2, assignedAt: 2 });

test('TRY 1 what another agent has leaves the tray, and an older row that comes late does not bring it back', () => {
  const tray = new Tray();
  tray.replace('ana', [row(2)]);
  tray.put(accepted(4, 'ben'));
  tray.put(row(3));
  assert.deepEqual([tray.waiting([]), tray.ongoing], [[], []]);
  tray.put(accepted(5, 'ana'));
  assert.deepEqual(
    tray.ongoing.map(({ seq }) => seq),
    [5],
  );
});

test('TRY 1 what the relay has at a new beginning counts, whatever left before', () => {
  const tray = new Tray();
  tray.replace('ana', [row(2)]);
  tray.put(accepted(4, 'ben'));
  tray.replace('ana', [row(3)]);
  assert.deepEqual(
    tray.waiting([]).map(({ seq }) => seq),
    [3],
  );
});

test('TRY 4 what is offered to the agent is no longer in the list of what waits, the first to expire first', () => {
  const tray = new Tray();
  const offer = (agent: string, until: number) => ({ offer: { agent: { id: agent, name: agent }, until } });
  tray.replace('ana', [
    row(1, { id: 'late', ...offer('ana', 30) }),
    row(1, { id: 'soon', ...offer('ana', 20) }),
    row(1, { id: 'bens', ...offer('ben', 10) }),
  ]);
  assert.deepEqual(
    tray.offers.map(({ id }) => id),
    ['soon', 'late'],
  );
  assert.deepEqual(
    tray.waiting([]).map(({ id }) => id),
    ['bens'],
  );
});

test('TRY 2 what waits is seen by priority, and only in queues that the agent serves', () => {
  const tray = new Tray();
  const queue = (id: string, members: string[] | null) => ({
    id,
    name: id,
    members,
    dispositions: [],
    required: true,
    autoAnswer: false,
    survey: null,
  });
  tray.replace('ana', [
    row(1, { id: 'first' }),
    row(1, { id: 'urgent', priority: 5, waitingSince: 9 }),
    row(1, { id: 'elsewhere', queue: { id: 'repairs', name: 'Repairs' } }),
  ]);
  assert.deepEqual(
    tray.waiting([queue('front', ['ana']), queue('repairs', ['ben'])]).map(({ id }) => id),
    ['urgent', 'first'],
  );
});

test('P3 what another agent has goes out of sight, and nothing late brings it back', () => {
  const tray = new Tray();
  tray.replace('ana', [row(3), { ...accepted(4, 'ana'), id: 'own' }]);
  tray.drop(row(3).id, 2);
  assert.ok(tray.get(row(3).id), 'what is newer than the telling stays');
  tray.drop(row(3).id, 4);
  tray.put(row(3));
  assert.equal(tray.get(row(3).id), undefined);
  tray.drop('own', 5);
  assert.deepEqual([tray.ongoing, [...tray.left.keys()]], [[], ['own']]);
});

test('TRF 6 remembers how the own ones left: with a colleague, in a queue again, or closed', () => {
  const tray = new Tray();
  const own = (id: string) => ({ ...accepted(2, 'ana'), id });
  tray.replace('ana', [own('given'), own('queued'), own('closed')]);
  tray.put({ ...accepted(3, 'ben'), id: 'given' });
  tray.put({ ...row(3), id: 'queued', queue: { id: 'repairs', name: 'Repairs' } });
  tray.put({ ...row(3, { phase: 'closed', disposition: 'resolved' }), id: 'closed' });
  tray.put({ ...row(1), id: 'a stranger' });
  assert.deepEqual(
    [...tray.left.values()].map(({ id, agent, queue, phase }) => [id, agent?.id, queue.id, phase]),
    [
      ['given', 'ben', 'front', 'active'],
      ['queued', undefined, 'repairs', 'waiting'],
      ['closed', undefined, 'front', 'closed'],
    ],
  );
  tray.replace('ana', []);
  assert.equal(tray.left.size, 0);
});
