import { test } from 'node:test';
import { contractOfAi } from './contract-ai.js';
import { contractOfAgents } from './contract-agents.js';
import { contractOfAudit } from './contract-audit.js';
import { contractOfChanges } from './contract-changes.js';
import { contractOfForms } from './contract-forms.js';
import { contractOfCobrowse } from './contract-cobrowse.js';
import { contractOfCodes } from './contract-codes.js';
import { contractOfFolding } from './contract-folding.js';
import { contractOfFinding } from './contract-finding.js';
import { contractOfLogs } from './contract-logs.js';
import { contractOfRouting } from './contract-routing.js';
import { contractOfSettings } from './contract-settings.js';
import { contractOfSurveys } from './contract-surveys.js';
import { contractOfTimers } from './contract-timers.js';
import { contractOfVault } from './contract-vault.js';
import type { Store } from './store.js';

/** A test that gets a store on an empty database, and `another` on the same, as a second relay has it. */
export type Told = (title: string, run: (store: Store, another: () => Promise<Store>) => Promise<void>) => void;

/** What every driver of the store has to do. `prepare` makes an empty database, and gives what opens a store on it. */
export function storeContract(name: string, prepare: () => Promise<() => Promise<Store>>): void {
  const told: Told = (title, run) => {
    test(`${title} (${name})`, async () => {
      const open = await prepare();
      const stores: Store[] = [];
      const another = async (): Promise<Store> => {
        const store = await open();
        stores.push(store);
        return store;
      };
      try {
        await run(await another(), another);
      } finally {
        await Promise.all(stores.map((store) => store.close()));
      }
    });
  };
  contractOfLogs(told);
  contractOfChanges(told);
  contractOfFolding(told);
  contractOfFinding(told);
  contractOfSettings(told);
  contractOfAgents(told);
  contractOfRouting(told);
  contractOfTimers(told);
  contractOfAi(told);
  contractOfSurveys(told);
  contractOfAudit(told);
  contractOfVault(told);
  contractOfForms(told);
  contractOfCobrowse(told);
  contractOfCodes(told);
}
