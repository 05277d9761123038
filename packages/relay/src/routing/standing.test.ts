import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRoutable } from '../domain/agent-status.js';
import type { AgentRow } from '../store/agents-store.js';
import { skillsOf, slotsOf, statusFace, statusOf } from './standing.js';

const NOW = 1_000_000;

const settings: Parameters<typeof statusOf>[1] = {
  people: [
    { id: 'ana', skills: { de: 5 }, slots: { chat: 1 } },
    { id: 'ben', skills: {}, slots: {} },
    { id: 'cy', skills: {}, slots: { chat: 0 } },
  ],
  slots: { chat: 3 },
  statuses: [
    { id: 'lunch', name: 'Lunch', tag: 'away' },
    { id: 'mails', name: 'Mails', tag: 'busy' },
    { id: 'overtime', name: 'Overtime', tag: 'available' },
  ],
};

const agent = (change: Partial<AgentRow> = {}): AgentRow => ({
  workspace: 'w',
  id: 'ana',
  name: 'Ana',
  status: 'available',
  idle: false,
  prepUntil: null,
  idleSince: 0,
  seenUntil: NOW + 1,
  load: 0,
  ongoing: 0,
  ...change,
});

const face = (change: Partial<AgentRow>) => statusFace(agent(change), settings, NOW);

test('STA 7, C4 slots are the agent’s own, none too, or the workspace’s', () => {
  assert.deepEqual(
    ['ana', 'ben', 'cy', 'unknown'].map((id) => slotsOf(settings, id)),
    [1, 3, 0, 3],
  );
});

test('M2 who is not listed works without skills', () => {
  assert.deepEqual([skillsOf(settings, 'ana'), skillsOf(settings, 'unknown')], [{ de: 5 }, {}]);
});

test('A1 what an agent chose counts by its tag; what went from the settings counts as away', () => {
  const shown = ['available', 'away', 'lunch', 'mails', 'overtime', 'gone'].map((status) => face({ status }).digital);
  assert.deepEqual(shown, ['available', 'away', 'away', 'busy', 'available', 'away']);
  assert.equal(face({ status: 'gone' }).chosen, 'gone');
});

test('A1, N2 an agent is there up to the moment that was said, and routable only then', () => {
  const seen = (seenUntil: number | null) => {
    const status = statusOf(agent({ seenUntil }), settings, NOW);
    return [statusFace(agent({ seenUntil }), settings, NOW).digital, isRoutable(status, 'digital')];
  };
  assert.deepEqual([NOW + 1, NOW, NOW - 1].map(seen), [
    ['available', true],
    ['system-away', false],
    ['system-away', false],
  ]);
  assert.deepEqual(seen(null), ['offline', false]);
});

test('A4 login prep lasts up to its end, and its end is told only while it lasts', () => {
  const prep = (prepUntil: number | null) => [face({ prepUntil }).digital, face({ prepUntil }).voice, face({ prepUntil }).prepUntil];
  assert.deepEqual(prep(NOW + 1), ['login-prep', 'login-prep', NOW + 1]);
  assert.deepEqual(prep(NOW), ['available', 'available', null]);
  assert.deepEqual(prep(null), ['available', 'available', null]);
});

test('A3 who let something pass is idle in both, whatever they chose', () => {
  assert.deepEqual([face({ idle: true }).digital, face({ idle: true, status: 'overtime' }).voice], ['away-idle', 'away-idle']);
});

test('A6 full slots make the agent busy in writing only', () => {
  const full = face({ load: 1 });
  assert.deepEqual([full.digital, full.voice, full.load, full.slots], ['system-busy', 'available', 1, 1]);
  assert.equal(face({ load: 2 }).digital, 'system-busy');
  assert.equal(face({ id: 'ben', load: 2 }).digital, 'available');
});

test('C4 who has no slots at all is not busy, and still gets nothing', () => {
  assert.equal(face({ id: 'cy' }).digital, 'available');
});

test('A2 of what lies over the choice the uppermost shows', () => {
  const all = { load: 9, idle: true, prepUntil: NOW + 1 };
  assert.deepEqual(
    [face({ ...all, seenUntil: null }), face({ ...all, seenUntil: 0 }), face(all), face({ ...all, prepUntil: 0 })].map(
      ({ digital }) => digital,
    ),
    ['offline', 'system-away', 'login-prep', 'away-idle'],
  );
  assert.equal(face({ load: 9, status: 'lunch' }).digital, 'system-busy');
});
