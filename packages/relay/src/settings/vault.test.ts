import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../testing/settings.js';
import { checkSettings } from './check-settings.js';
import { deskFace } from './desk-face.js';
import { SettingsError, type Fault } from './faults.js';
import type { WorkspaceInput } from './schema/workspace.js';

const settingsWith = (vault: unknown) => checkSettings(testSettings({ vault } as Partial<WorkspaceInput>)).workspaces[0]!;

const faultsOf = (vault: unknown): readonly Fault[] => {
  try {
    settingsWith(vault);
  } catch (fault) {
    if (fault instanceof SettingsError) return fault.faults;
    throw fault;
  }
  return [];
};

test('FRM 3 VT5 who may reveal is everyone where nothing else is said, and consoles are told', () => {
  const faceOf = (vault: unknown) => deskFace(settingsWith(vault), { model: false, files: false }).reveal;
  assert.deepEqual(faceOf(undefined), { by: 'everyone', reason: false });
  assert.deepEqual(faceOf({ reason: true }), { by: 'everyone', reason: true });
  assert.deepEqual(faceOf({ reveal: ['ana', 'ben'] }), { by: ['ana', 'ben'], reason: false });
  assert.deepEqual(faceOf({ reveal: [] }), { by: [], reason: false });
});

test('FRM 3 VT5 what is no right is a fault at its path', () => {
  const right = 'has to be everyone, supervisors, or a list of agents’ ids';
  for (const reveal of ['nobody', 7, null, { everyone: true }])
    assert.deepEqual(faultsOf({ reveal }), [{ path: 'workspaces[0].vault.reveal', reason: right }]);
  assert.deepEqual(faultsOf({ reveal: ['ana', 'ben', 'ana'] }), [
    { path: 'workspaces[0].vault.reveal[2]', reason: 'is the same as workspaces[0].vault.reveal[0]' },
  ]);
  assert.deepEqual(
    faultsOf({ reveal: ['', 'x'.repeat(129)], reason: 'yes', key: 'mine' }).map(({ path }) => path),
    ['reveal[0]', 'reveal[1]', 'reason', 'key'].map((path) => `workspaces[0].vault.${path}`),
  );
});
