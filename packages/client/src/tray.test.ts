import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { Tray } from './tray.js';

const row = (seq: number, more: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id: 'one',
  channel: 'chat',
  phase: 'waiting',
  queue: { id: 'front', name: 'Front desk' },
  customer: { id: 'kim', name: 'Kim' },
  agent: null,
  startedAt: 1,
  waitingSince: 1,
  acceptedAt: null,
  endedAt: null,
  awaitingSince: null,
  seq,
  read: { customer: 0, agent: 0 },
  lastLine: null,
  disposition: null,
  ...more,
});
const accepted = (seq: number, agent: string) => row(seq, { phase: 'active', agent: { id: agent, name: agent }, acceptedAt: 2 });

test('TRY 1 what another agent has leaves the tray, and an older row that comes late does not bring it back', () => {
  const tray = new Tray();
  tray.replace('ana', [row(2)]);
  tray.put(accepted(4, 'ben'));
  tray.put(row(3));
  assert.deepEqual([tray.waiting, tray.ongoing], [[], []]);
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
    tray.waiting.map(({ seq }) => seq),
    [3],
  );
});
