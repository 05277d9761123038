import type { Sealed, VaultKey } from '@deskbell/protocol/forms.js';
import type { KeyPair } from 'hpke';
import type { Deps } from '../deps.js';
import type { VaultKeyRow } from '../store/vault-store.js';
import { makeKey } from './make-key.js';
import { WrongMasterKey, type MasterKey } from './master-key.js';
import { SUITE } from './suite.js';
import { BrokenSeal, type Vault } from './vault.js';

type VaultDeps = Pick<Deps, 'now' | 'newId'> & { readonly store: Pick<Deps['store'], 'vaultKey' | 'makeVaultKey'> };

interface Unwrapped {
  readonly publicKey: string;
  readonly pair: KeyPair<CryptoKey>;
}

const nameOf = ({ workspace, id }: Pick<VaultKeyRow, 'workspace' | 'id'>): string => `${workspace}\n${id}`;

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

/** The vault whose keys are in the database, each wrapped with the master key (VT1, VT2). */
export class DatabaseVault implements Vault {
  readonly #deps: VaultDeps;
  readonly #master: MasterKey;
  /** Unwrapped and not extractable, by workspace and id. */
  readonly #pairs = new Map<string, Promise<Unwrapped>>();

  constructor(deps: VaultDeps, master: MasterKey) {
    this.#deps = deps;
    this.#master = master;
  }

  /** Read each time, so that a key which was made elsewhere is the newest here too. */
  async key(workspace: string): Promise<VaultKey> {
    const { store, newId, now } = this.#deps;
    const row = (await store.vaultKey(workspace)) ?? (await store.makeVaultKey(await makeKey(this.#master, workspace, newId(), now())));
    // Nobody is to seal for a key that somebody else has put there: only ours opens.
    const { publicKey } = await this.#pair(row);
    if (publicKey !== row.publicKey) throw new WrongMasterKey(row);
    return { id: row.id, key: publicKey };
  }

  async open(workspace: string, key: string, { enc, ct }: Sealed, belongsTo: string): Promise<string> {
    const { pair } = await (this.#pairs.get(nameOf({ workspace, id: key })) ?? this.#find(workspace, key));
    try {
      const opened = await SUITE.Open(pair, bytesOf(enc), bytesOf(ct), { aad: new TextEncoder().encode(belongsTo) });
      return new TextDecoder('utf-8', { fatal: true }).decode(opened);
    } catch {
      throw new BrokenSeal('it does not open');
    }
  }

  async #find(workspace: string, key: string): Promise<Unwrapped> {
    const row = await this.#deps.store.vaultKey(workspace, key);
    if (!row) throw new BrokenSeal('its key is gone');
    return this.#pair(row);
  }

  #pair(row: VaultKeyRow): Promise<Unwrapped> {
    const name = nameOf(row);
    const known = this.#pairs.get(name);
    if (known) return known;
    const pair = this.#unwrap(row);
    this.#pairs.set(name, pair);
    pair.catch(() => this.#pairs.delete(name));
    return pair;
  }

  async #unwrap(row: VaultKeyRow): Promise<Unwrapped> {
    const privateKey = await this.#master.unwrap(row.wrapped, row);
    return { publicKey: row.publicKey, pair: { privateKey, publicKey: await SUITE.DeserializePublicKey(bytesOf(row.publicKey)) } };
  }
}
