import type { Sealed, VaultKey } from '@deskbell/protocol/forms.js';
import { SUITE } from './suite.js';

/** Seals a value for a key, as customers' browsers do. @param belongsTo - As `sealedFor` says it. */
export async function seal({ key }: Pick<VaultKey, 'key'>, value: string, belongsTo: string): Promise<Sealed> {
  const publicKey = await SUITE.DeserializePublicKey(new Uint8Array(Buffer.from(key, 'base64url')));
  const encoder = new TextEncoder();
  const { encapsulatedSecret, ciphertext } = await SUITE.Seal(publicKey, encoder.encode(value), { aad: encoder.encode(belongsTo) });
  return { enc: Buffer.from(encapsulatedSecret).toString('base64url'), ct: Buffer.from(ciphertext).toString('base64url') };
}
