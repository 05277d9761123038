import assert from 'node:assert/strict';
import { StaleSettings } from '../settings/stale-settings.js';
import { WORKSPACE } from '../testing/conversations.js';
import type { Told } from './contract.js';
import type { SavedSettings } from './store.js';

const saved = (version: number, change: Partial<SavedSettings> = {}): SavedSettings => ({
  workspace: WORKSPACE,
  version,
  document: { version, name: 'Harbour & Pine', list: [1, null, 'ö'] },
  changedAt: 1_000 + version,
  changedBy: 'sue',
  ...change,
});

const isStale = (version: number) => (fault: unknown) => fault instanceof StaleSettings && fault.version === version;

/** The settings of workspaces, the newest only. */
export function contractOfSettings(told: Told): void {
  told('S5 settings are kept whole, each workspace’s by themselves', async (store) => {
    assert.equal(await store.settings(WORKSPACE), undefined);
    await store.saveSettings(saved(7));
    await store.saveSettings(saved(8));
    await store.saveSettings(saved(1, { workspace: 'other' }));
    assert.deepEqual(await store.settings(WORKSPACE), saved(8));
    assert.equal((await store.settings('other'))?.version, 1);
  });

  told('S6 what is not newer than what is there is refused with its version', async (store) => {
    await store.saveSettings(saved(3));
    for (const version of [1, 2, 3]) await assert.rejects(store.saveSettings(saved(version, { changedBy: 'eve' })), isStale(3));
    assert.deepEqual(await store.settings(WORKSPACE), saved(3));
  });

  told('S6 of many who save the same version at once one does', async (store) => {
    const people = ['ana', 'ben', 'cy', 'di', 'ed'];
    const results = await Promise.allSettled(people.map((changedBy) => store.saveSettings(saved(1, { changedBy }))));
    const winner = results.findIndex(({ status }) => status === 'fulfilled');
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await store.settings(WORKSPACE))?.changedBy, people[winner]);
  });
}
