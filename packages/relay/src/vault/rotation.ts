import { sealedFor } from '@deskbell/protocol/forms.js';
import type { Author } from '@deskbell/protocol/people.js';
import type { Store } from '../store/store.js';
import type { SealedValue, VaultStore } from '../store/vault-store.js';
import { DatabaseVault } from './database-vault.js';
import { makeKey } from './make-key.js';
import { WrongMasterKey, type MasterKey } from './master-key.js';
import { seal } from './seal.js';
import { BrokenSeal } from './vault.js';

/** Who runs the relay, as they stand in the trail. */
const OPERATOR: Author = { id: 'operator', name: 'Operator', role: 'system' };

/** Values that are sealed anew before the next are read. */
const PIECE = 200;

/** How long a key is kept after it was retired, whatever needs it: a form may be on its way out with it, ms. */
const AT_LEAST = 3_600_000;

export interface RotationDeps {
  readonly store: Store;
  readonly master: MasterKey;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** What whoever runs the relay does with the keys of a workspace (VT4); relays may run meanwhile. */
export class Rotation {
  readonly #deps: RotationDeps;
  readonly #vault: DatabaseVault;

  constructor(deps: RotationDeps) {
    this.#deps = deps;
    this.#vault = new DatabaseVault(deps, deps.master);
  }

  /** Makes the key that new values are sealed for from now on. Gives its id. */
  async rotate(workspace: string): Promise<string> {
    const { store, master, now, newId } = this.#deps;
    // Not with a master key that is not the relays': they could not open it.
    await this.#vault.key(workspace);
    const key = await makeKey(master, workspace, newId(), now());
    await store.rotateVaultKey(key, (before) => ({ what: 'key.rotated', at: now(), who: OPERATOR, key: key.id, before }));
    return key.id;
  }

  /** Seals everything that is kept for the newest key. What does not open is counted, and left as it is. */
  async reseal(workspace: string): Promise<{ key: string; values: number; broken: number }> {
    const { store, now } = this.#deps;
    const newest = await this.#vault.key(workspace);
    const done = { key: newest.id, values: 0, broken: 0 };
    let page: SealedValue[] = [];
    do {
      page = await store.sealedForOthers(workspace, newest.id, page.at(-1) ?? null, PIECE);
      for (const read of page) {
        const belongsTo = sealedFor(read.conversation, read.form, read.field);
        const value = await this.#open(workspace, read, belongsTo);
        if (value === undefined) done.broken += 1;
        else if (await store.resealValue(workspace, read, { ...read, key: newest.id, ...(await seal(newest, value, belongsTo)) }))
          done.values += 1;
      }
    } while (page.length === PIECE);
    await store.appendAudit(workspace, [{ what: 'values.resealed', at: now(), who: OPERATOR, ...done }]);
    return done;
  }

  /** Forgets the keys that nothing needs any more. Gives their ids. */
  drop(workspace: string): Promise<string[]> {
    const { store, now } = this.#deps;
    return store.dropVaultKeys(workspace, now() - AT_LEAST, (key) => ({ what: 'key.dropped', at: now(), who: OPERATOR, key }));
  }

  #open(workspace: string, read: SealedValue, belongsTo: string): Promise<string | undefined> {
    return this.#vault.open(workspace, read.key, read, belongsTo).catch((fault: unknown) => {
      if (fault instanceof BrokenSeal) return undefined;
      throw fault;
    });
  }
}

/** Wraps all keys with another master key, or none. Those that are already are left, so that it can be done again. Throws {@link WrongMasterKey}. */
export async function rewrapKeys(store: Pick<VaultStore, 'rewrapVaultKeys'>, from: MasterKey, to: MasterKey): Promise<void> {
  await store.rewrapVaultKeys(async (row) => {
    try {
      await to.unwrap(row.wrapped, row);
      return row.wrapped;
    } catch (fault) {
      if (!(fault instanceof WrongMasterKey)) throw fault;
      return to.wrap(await from.unwrap(row.wrapped, row, true), row);
    }
  });
}
