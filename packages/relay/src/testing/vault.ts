import { v7 } from 'uuid';
import type { Store } from '../store/store.js';
import { DatabaseVault } from '../vault/database-vault.js';
import { MasterKey } from '../vault/master-key.js';

/** The master key that the tests' relays share. */
export const TEST_MASTER = await MasterKey.from(Buffer.alloc(32, 7).toString('base64'), 'the test');

/** The vault of a relay on this store. */
export const testVault = (store: Store, now: () => number = () => 1): DatabaseVault =>
  new DatabaseVault({ store, now, newId: () => v7() }, TEST_MASTER);
