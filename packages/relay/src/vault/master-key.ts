import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { keptIn } from '../auth/secret.js';
import { StartError } from '../start-error.js';
import type { NewVaultKey } from '../store/vault-store.js';
import { CURVE, USES } from './suite.js';

const { subtle } = webcrypto;
const NONCE = 12;
const KEY = /^[A-Za-z0-9+/_-]{43}=?$/;

/** What a wrapped key belongs to. The public key is in it, so that none can be put in its place by whoever can write the table. */
const belonging = ({ workspace, id, publicKey }: Belonging): Uint8Array =>
  new TextEncoder().encode(`deskbell-vault-key-1\n${workspace}\n${id}\n${publicKey}`);
type Belonging = Pick<NewVaultKey, 'workspace' | 'id' | 'publicKey'>;

/** Thrown where a wrapped key does not open: it was wrapped with another master key, or was changed. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey';

  constructor({ workspace, id }: Belonging) {
    super(`the key ${id} of ${workspace} does not open with the vault's master key`);
  }
}

/** What the private keys of the vault are wrapped with (AES-256-GCM); it cannot be read out again. */
export class MasterKey {
  readonly #key: webcrypto.CryptoKey;

  private constructor(key: webcrypto.CryptoKey) {
    this.#key = key;
  }

  /**
   * @param text - 32 bytes in base64 or base64url.
   * @param name - Where it comes from, for whoever has to mend it.
   * @throws StartError
   */
  static async from(text: string, name: string): Promise<MasterKey> {
    if (!KEY.test(text)) throw new StartError(`${name} has to be 32 bytes in base64, as \`openssl rand -base64 32\` makes them.`);
    const bytes = Buffer.from(text, 'base64');
    const key = await subtle.importKey('raw', bytes, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
    bytes.fill(0);
    return new MasterKey(key);
  }

  /** The one of a data folder, made on the first start. */
  static async kept(folder: string): Promise<MasterKey> {
    return MasterKey.from(await keptIn(folder, 'vault-key'), join(folder, 'vault-key'));
  }

  async wrap(privateKey: webcrypto.CryptoKey, whose: Belonging): Promise<string> {
    const iv = webcrypto.getRandomValues(new Uint8Array(NONCE));
    const wrapped = await subtle.wrapKey('pkcs8', privateKey, this.#key, { name: 'AES-GCM', iv, additionalData: belonging(whose) });
    return Buffer.concat([iv, new Uint8Array(wrapped)]).toString('base64url');
  }

  /**
   * @param extractable - To be wrapped again; never to be used.
   * @throws WrongMasterKey
   */
  async unwrap(wrapped: string, whose: Belonging, extractable = false): Promise<webcrypto.CryptoKey> {
    const bytes = Buffer.from(wrapped, 'base64url');
    const how = { name: 'AES-GCM', iv: bytes.subarray(0, NONCE), additionalData: belonging(whose) };
    try {
      return await subtle.unwrapKey('pkcs8', bytes.subarray(NONCE), this.#key, how, CURVE, extractable, USES);
    } catch {
      throw new WrongMasterKey(whose);
    }
  }
}
