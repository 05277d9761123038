import type { FieldValues } from '@deskbell/protocol/fields.js';
import { sealedFor, type Sealed, type VaultKey } from '@deskbell/protocol/forms.js';
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';

// By itself: what it is made of is fetched where something is masked, and nowhere else.

/** The form that the values are for: the ids of its conversation, and of its `form.sent`. */
export interface SealedTo {
  readonly conversation: string;
  readonly form: string;
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

const base64urlOf = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * Seals every value by itself, for its own place: what is sealed for one field, form or conversation opens for no other. Needs a secure
 * context; rejects where the key is none.
 */
export async function seal(
  { id, key }: VaultKey,
  { conversation, form }: SealedTo,
  values: FieldValues,
): Promise<{ key: string; values: Record<string, Sealed> }> {
  const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  const publicKey = await suite.DeserializePublicKey(bytesOf(key));
  const text = new TextEncoder();
  const sealed = async ([field, value]: [string, string]) => {
    const aad = text.encode(sealedFor(conversation, form, field));
    const { encapsulatedSecret, ciphertext } = await suite.Seal(publicKey, text.encode(value), { aad });
    return [field, { enc: base64urlOf(encapsulatedSecret), ct: base64urlOf(ciphertext) }] as const;
  };
  return { key: id, values: Object.fromEntries(await Promise.all(Object.entries(values).map(sealed))) };
}
