import type { Sealed, VaultKey } from '@deskbell/protocol/forms.js';
import * as H from 'hpke';

const SUITE = new H.CipherSuite(H.KEM_DHKEM_P256_HKDF_SHA256, H.KDF_HKDF_SHA256, H.AEAD_AES_256_GCM);

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Seals a value as a customer's browser does. */
export async function seal({ key }: VaultKey, value: string, belongsTo: string): Promise<Sealed> {
  const publicKey = await SUITE.DeserializePublicKey(new Uint8Array(Buffer.from(key, 'base64url')));
  const [plaintext, aad] = [value, belongsTo].map((text) => new TextEncoder().encode(text)) as [Uint8Array, Uint8Array];
  const { encapsulatedSecret, ciphertext } = await SUITE.Seal(publicKey, plaintext, { aad });
  return { enc: base64url(encapsulatedSecret), ct: base64url(ciphertext) };
}
