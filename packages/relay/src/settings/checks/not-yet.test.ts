import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../../testing/settings.js';
import { checkSettings, checkWorkspace } from '../check-settings.js';
import { SettingsError } from '../faults.js';

const [harbour] = testSettings().workspaces;
const flows = [
  { id: 'a', steps: [{ do: 'say', text: 'Sorry.' }, { do: 'form' }, { do: 'end' }] },
  { id: 'b', steps: [{ do: 'form' }] },
];

const faultsOf = (check: () => unknown): [path: string, reason: string][] => {
  try {
    check();
  } catch (fault) {
    assert.ok(fault instanceof SettingsError, String(fault));
    return fault.faults.map(({ path, reason }) => [path, reason]);
  }
  return [];
};

test('F5 a step that cannot run yet is refused, each with its place, whoever brings it', () => {
  assert.deepEqual(
    faultsOf(() => checkWorkspace({ ...harbour, flows }, [])),
    [
      ['flows[0].steps[1]', 'cannot run: a flow cannot wait for an answer to a form'],
      ['flows[1].steps[0]', 'cannot run: a flow cannot wait for an answer to a form'],
    ],
  );
  const [first] = faultsOf(() => checkSettings({ workspaces: [{ ...harbour, flows }] }));
  assert.equal(first?.[0], 'workspaces[0].flows[0].steps[1]');
});

test('F5 every other step is let through', () => {
  const steps = [
    { do: 'say', text: 'Sorry.' },
    { do: 'queue', queue: 'front' },
  ];
  const good = [
    { id: 'a', steps },
    { id: 'b', steps: [{ do: 'end' }] },
  ];
  assert.deepEqual(
    faultsOf(() => checkWorkspace({ ...harbour, flows: good }, [])),
    [],
  );
});
