import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../testing/settings.js';
import { checkSettings, checkWorkspace } from './check-settings.js';
import { SettingsError } from './faults.js';

const faultsOf = (document: unknown): Record<string, string> => {
  try {
    checkSettings(document);
  } catch (fault) {
    assert.ok(fault instanceof SettingsError);
    return Object.fromEntries(fault.faults.map(({ path, reason }) => [path, reason]));
  }
  return {};
};

/** The test's settings with one part replaced. */
const changed = (change: (document: ReturnType<typeof testSettings>) => unknown): unknown => {
  const document = testSettings();
  change(document);
  return document;
};

test('a good document is taken, with what it leaves out filled in', () => {
  const settings = checkSettings(changed(({ workspaces: [first] }) => delete first?.sites[0]?.greeting));
  assert.equal(settings.workspaces[0]?.sites[0]?.greeting, '');
  assert.deepEqual(faultsOf(testSettings()), {});
});

test('ADM 1 every fault is listed with its path and reason', () => {
  const faults = faultsOf(
    changed((document) => {
      const workspace = document.workspaces[0] as unknown as Record<string, unknown>;
      workspace.responseTimeSeconds = 0;
      workspace.agents = { secret: 'short', origins: ['https://desk.example/'] };
      workspace.colour = 'blue';
      delete workspace.name;
    }),
  );
  assert.deepEqual(Object.keys(faults).sort(), [
    'workspaces[0].agents.origins[0]',
    'workspaces[0].agents.secret',
    'workspaces[0].colour',
    'workspaces[0].name',
    'workspaces[0].responseTimeSeconds',
  ]);
  assert.equal(faults['workspaces[0].name'], 'is missing');
  assert.equal(faults['workspaces[0].colour'], 'is not a setting (is it misspelt?)');
  assert.match(faults['workspaces[0].agents.origins[0]'] ?? '', /without a path/);
});

test('ADM 1 names that have to be unique, and queues that have to be there', () => {
  const faults = faultsOf(
    changed(({ workspaces }) => {
      const [first, second] = workspaces as [(typeof workspaces)[0], (typeof workspaces)[0]];
      second.id = first.id;
      (second.sites[0] as { key: string }).key = first.sites[0]?.key ?? '';
      first.queues.push({ id: 'front', name: 'Again' });
      (first.sites[0] as { queue: string }).queue = 'nowhere';
    }),
  );
  assert.deepEqual(faults, {
    'workspaces[1].id': 'is the same as workspaces[0].id',
    'workspaces[1].sites[0].key': 'is the same as workspaces[0].sites[0].key',
    'workspaces[0].queues[1].id': 'is the same as workspaces[0].queues[0].id',
    'workspaces[0].sites[0].queue': 'names no queue of the workspace (it has front, front)',
  });
});

test('agents are checked by a secret or by keys, not by both and not by none', () => {
  const agents = (value: object) =>
    faultsOf(
      changed(({ workspaces: [first] }) => Object.assign(first as object, { agents: { origins: ['https://desk.example'], ...value } })),
    );
  assert.match(agents({})['workspaces[0].agents'] ?? '', /either a secret or jwks/);
  assert.match(agents({ secret: 'x'.repeat(32), jwks: 'https://id.example/keys' })['workspaces[0].agents'] ?? '', /not both/);
  assert.match(agents({ jwks: 'http://id.example/keys' })['workspaces[0].agents.jwks'] ?? '', /https address/);
  assert.deepEqual(agents({ jwks: 'https://id.example/keys' }), {});
  assert.deepEqual(agents({ jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'abc' }] } }), {});
});

test('anything that is no document at all is refused', () => {
  for (const document of [undefined, null, 7, 'x', [], {}, { workspaces: [] }, { workspaces: {} }])
    assert.throws(() => checkSettings(document), SettingsError);
});

test('S4 a workspace beside others is checked by itself, and is told nothing of them', () => {
  const [harbour, other] = checkSettings(testSettings()).workspaces;
  assert.deepEqual(checkWorkspace(harbour, [other!]), harbour);
  const faults = (change: object): unknown => {
    try {
      return checkWorkspace({ ...harbour, ...change }, [other!]);
    } catch (fault) {
      return (fault as SettingsError).faults;
    }
  };
  assert.deepEqual(faults({ sites: [{ ...harbour!.sites[0], key: 'rival', queue: 'x' }] }), [
    { path: 'sites[0].key', reason: 'is taken' },
    { path: 'sites[0].queue', reason: 'names no queue of the workspace (it has front)' },
  ]);
});
