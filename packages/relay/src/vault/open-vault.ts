import type { Deps } from '../deps.js';
import { StartError } from '../start-error.js';
import { DatabaseVault } from './database-vault.js';
import { MasterKey, WrongMasterKey } from './master-key.js';
import type { Vault } from './vault.js';

export interface VaultOptions {
  /** 32 bytes in base64: what the vault's keys are wrapped with. Made and kept in the data folder where left out. */
  readonly vaultKey?: string;
  /** Where several relays are joined, each would keep another one in its folder. */
  readonly natsUrl?: string;
}

type VaultDeps = Pick<Deps, 'store' | 'now' | 'newId' | 'log'>;

const LOST = 'Give every relay the VAULT_KEY that they were made with; nothing is lost, and nothing was changed.';

/** Stands where there is no master key: what needs one fails, and says why in the log. */
const NO_VAULT: Vault = {
  key: () => Promise.reject(new Error('forms with masked fields cannot be sent: the relay has no VAULT_KEY')),
  open: () => Promise.reject(new Error('masked values cannot be opened: the relay has no VAULT_KEY')),
};

const masterKeyOf = async ({ vaultKey, natsUrl }: VaultOptions, folder: string | undefined): Promise<MasterKey | undefined> => {
  if (vaultKey !== undefined) return MasterKey.from(vaultKey, 'VAULT_KEY');
  return folder === undefined || natsUrl !== undefined ? undefined : MasterKey.kept(folder);
};

/**
 * The vault of a relay, with a key for each workspace. Throws a StartError where a key that is there does not open (VT3).
 * @param folder - Where a master key may be kept.
 */
export async function openVault(
  deps: VaultDeps,
  options: VaultOptions,
  folder: string | undefined,
  workspaces: readonly string[],
): Promise<Vault> {
  const master = await masterKeyOf(options, folder);
  const rows = await deps.store.vaultKeys();
  if (!master) {
    if (rows.length > 0) throw new StartError(`There are keys of the vault in the database, and no VAULT_KEY to open them with. ${LOST}`);
    deps.log.warn('there is no VAULT_KEY: forms with masked fields cannot be sent');
    return NO_VAULT;
  }
  const vault = new DatabaseVault(deps, master);
  try {
    for (const row of rows) await master.unwrap(row.wrapped, row);
    // Made now and not with the first form: a relay with another master key is to notice at its start.
    for (const workspace of workspaces) await vault.key(workspace);
  } catch (fault) {
    if (!(fault instanceof WrongMasterKey)) throw fault;
    throw new StartError(`The vault cannot be opened: ${fault.message}. ${LOST}`, { cause: fault });
  }
  return vault;
}
