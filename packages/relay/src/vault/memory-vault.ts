import { randomUUID } from 'node:crypto';
import type { Sealed, VaultKey } from '@deskbell/protocol/forms.js';
import * as H from 'hpke';
import { BrokenSeal, type Vault } from './vault.js';

interface Held {
  readonly workspace: string;
  readonly pair: H.KeyPair<H.CryptoKey>;
  readonly face: VaultKey;
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

/** Keys that end with the process: what was sealed for them opens no more after that. */
export class MemoryVault implements Vault {
  readonly #suite = new H.CipherSuite(H.KEM_DHKEM_P256_HKDF_SHA256, H.KDF_HKDF_SHA256, H.AEAD_AES_256_GCM);
  readonly #current = new Map<string, Promise<Held>>();
  readonly #held = new Map<string, Held>();

  async key(workspace: string): Promise<VaultKey> {
    const current = this.#current.get(workspace) ?? this.#make(workspace);
    this.#current.set(workspace, current);
    return (await current).face;
  }

  async open(workspace: string, key: string, { enc, ct }: Sealed, belongsTo: string): Promise<string> {
    const held = this.#held.get(key);
    if (held?.workspace !== workspace) throw new BrokenSeal('there is no such key');
    try {
      const aad = new TextEncoder().encode(belongsTo);
      const opened = await this.#suite.Open(held.pair, bytesOf(enc), bytesOf(ct), { aad });
      return new TextDecoder('utf-8', { fatal: true }).decode(opened);
    } catch {
      // Whatever was wrong with it; what it says might tell something of what is in it.
      throw new BrokenSeal('it does not open');
    }
  }

  async #make(workspace: string): Promise<Held> {
    const pair = await this.#suite.GenerateKeyPair(true);
    const id = randomUUID();
    const key = Buffer.from(await this.#suite.SerializePublicKey(pair.publicKey)).toString('base64url');
    const held = { workspace, pair, face: { id, key } };
    this.#held.set(id, held);
    return held;
  }
}
