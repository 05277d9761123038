import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkSettings } from '../settings/check-settings.js';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { testSettings } from '../testing/settings.js';
import { hasMember, isQueueOpen, matchingQueue, nameOf, queueOf, skillsAsked, waitsUntil } from './queue-rules.js';

type QueueInput = WorkspaceInput['queues'][number];

const workspace = (change: Partial<QueueInput> = {}) => {
  const [first] = testSettings().workspaces;
  const skills = ['de', 'en', 'returns'].map((id) => ({ id, name: id }));
  const hours = [{ id: 'office', timeZone: 'UTC', week: { mon: [['09:00', '17:00'] as [string, string]] } }];
  const queues = [{ id: 'front', name: 'Front desk', ...change }];
  return checkSettings({ workspaces: [{ ...first, queues, hours, skills }] }).workspaces[0]!;
};

const queue = (change: Partial<QueueInput> = {}) => workspace(change).queues[0]!;

test('S8 a queue that went from the settings has no rules', () => {
  assert.equal(queueOf(workspace(), 'front')?.name, 'Front desk');
  assert.equal(queueOf(workspace(), 'gone'), undefined);
});

test('P8 nothing of a queue but its name goes into events', () => {
  assert.deepEqual(nameOf(queue({ priority: 3, members: ['ana'] })), { id: 'front', name: 'Front desk' });
});

test('M2 everybody is a member where nobody is listed by name; an empty list has none', () => {
  assert.deepEqual([hasMember(queue(), 'ana'), matchingQueue(queue()).members], [true, 'everybody']);
  assert.deepEqual([hasMember(queue({ members: [] }), 'ana'), matchingQueue(queue({ members: [] })).members], [false, []]);
  const listed = queue({ members: ['ana'], distribution: 'most-skilled' });
  assert.deepEqual([hasMember(listed, 'ana'), hasMember(listed, 'ben')], [true, false]);
  assert.deepEqual(matchingQueue(listed), { id: 'front', members: ['ana'], distribution: 'most-skilled' });
});

test('RTG 1, H1 a queue without hours is always open, one with hours keeps them', () => {
  const [monday, sunday] = [Date.UTC(2026, 10, 23, 9), Date.UTC(2026, 10, 22, 12)];
  assert.equal(isQueueOpen(workspace(), queue(), sunday), true);
  const kept = workspace({ hours: 'office' });
  assert.deepEqual(
    [monday - 1, monday, sunday].map((at) => isQueueOpen(kept, kept.queues[0]!, at)),
    [false, true, false],
  );
});

test('RTG 3 a wait is up after the queue’s seconds, counted from its beginning, or never', () => {
  assert.equal(waitsUntil(queue({ maxWaitSeconds: 90 }), 5_000), 95_000);
  assert.equal(waitsUntil(queue(), 5_000), undefined);
});

test('M2 of each skill the higher of what the queue and what the conversation asks for counts', () => {
  const asking = queue({ skills: { de: 3, en: 1 } });
  assert.deepEqual(skillsAsked(asking, {}), { de: 3, en: 1 });
  assert.deepEqual(skillsAsked(asking, { de: 2, en: 4, returns: 5 }), { de: 3, en: 4, returns: 5 });
  assert.deepEqual(skillsAsked(queue(), { returns: 2 }), { returns: 2 });
});

test('M2 what is asked for is never less than either asks, and nothing else', () => {
  const levels = fc.dictionary(fc.constantFrom('de', 'en', 'returns'), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(levels, levels, (ofQueue, ofConversation) => {
      const [own, other] = [new Map(Object.entries(ofQueue)), new Map(Object.entries(ofConversation))];
      const asked = new Map(Object.entries(skillsAsked(queue({ skills: ofQueue }), ofConversation)));
      assert.deepEqual([...asked.keys()].sort(), [...new Set([...own.keys(), ...other.keys()])].sort());
      for (const [skill, level] of asked) assert.equal(level, Math.max(own.get(skill) ?? 0, other.get(skill) ?? 0));
    }),
  );
});
