import { test } from 'node:test';
import { contractOfChanges } from './contract-changes.js';
import { contractOfFinding } from './contract-finding.js';
import { contractOfLogs } from './contract-logs.js';
import { contractOfSettings } from './contract-settings.js';
import type { Store } from './store.js';

/** A test that gets a store on an empty database. */
export type Told = (title: string, run: (store: Store) => Promise<void>) => void;

/** What every driver of the store has to do. `open` gives a store on an empty database. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const told: Told = (title, run) => {
    test(`${title} (${name})`, async () => {
      const store = await open();
      try {
        await run(store);
      } finally {
        await store.close();
      }
    });
  };
  contractOfLogs(told);
  contractOfChanges(told);
  contractOfFinding(told);
  contractOfSettings(told);
}
