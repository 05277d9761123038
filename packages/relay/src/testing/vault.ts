import { v7 } from 'uuid';
import type { Store } from '../store/store.js';
import type { NewVaultKey, VaultKeyRow } from '../store/vault-store.js';
import { DatabaseVault } from '../vault/database-vault.js';
import { MasterKey } from '../vault/master-key.js';

/** The master key that the tests' relays share. */
export const TEST_MASTER = await MasterKey.from(Buffer.alloc(32, 7).toString('base64'), 'the test');

/** The vault of a relay on this store. */
export const testVault = (store: Store, now: () => number = () => 1): DatabaseVault =>
  new DatabaseVault({ store, now, newId: () => v7() }, TEST_MASTER);

/** A vault without a database: its keys end with it. */
export function memoryVault(): DatabaseVault {
  const rows: VaultKeyRow[] = [];
  const store = {
    vaultKey: (workspace: string, id?: string) =>
      Promise.resolve(rows.find((row) => row.workspace === workspace && (id === undefined || row.id === id))),
    makeVaultKey: (key: NewVaultKey) => {
      const row = { ...key, retiredAt: null };
      rows.push(row);
      return Promise.resolve(row);
    },
  };
  return new DatabaseVault({ store, now: () => 1, newId: () => v7() }, TEST_MASTER);
}
