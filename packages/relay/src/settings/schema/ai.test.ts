import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../../testing/settings.js';
import { checkSettings } from '../check-settings.js';
import { SettingsError } from '../faults.js';
import type { WorkspaceInput } from './workspace.js';

const checked = (ai: WorkspaceInput['ai'] = {}) => checkSettings(testSettings({ ai })).workspaces[0]!.ai;

const faultsOf = (ai: object): string[] => {
  try {
    checked(ai);
  } catch (fault) {
    if (fault instanceof SettingsError) return fault.faults.map(({ path, reason }) => `${path} ${reason}`);
  }
  return [];
};

test('S1 CMP 4 a workspace that says nothing of AI sends nothing to a model, and has summaries on arrival', () => {
  const { rewrite, assist, summary, arrival, redact, intents } = checked();
  assert.deepEqual([rewrite, assist, summary, arrival, redact, intents], [false, false, false, true, [], []]);
});

test('W2 S3 patterns that cannot be used are refused, each with its reason', () => {
  assert.deepEqual(checked({ redact: ['HP-####', '(a+)+$'] }).redact, ['HP-####', '(a+)+$']);
  assert.deepEqual(faultsOf({ redact: ['*', 'a*b*c*d'] }), [
    'workspaces[0].ai.redact[0] has fewer than 3 characters besides * and ?, and would hide too much',
    'workspaces[0].ai.redact[1] has more than 2 *',
  ]);
});

test('S2 INF 1 intents have phrases and ids of their own', () => {
  const intent = { id: 'delivery', name: 'Delivery', phrases: ['parcel'] };
  assert.deepEqual(checked({ intents: [intent] }).intents, [intent]);
  assert.deepEqual(faultsOf({ intents: [intent, intent] }), [
    'workspaces[0].ai.intents[1].id is the same as workspaces[0].ai.intents[0].id',
  ]);
  assert.deepEqual(faultsOf({ intents: [{ ...intent, phrases: [] }] }), ['workspaces[0].ai.intents[0].phrases has no phrase']);
});
