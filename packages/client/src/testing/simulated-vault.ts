import { sealedFor, type Sealed } from '@deskbell/protocol/forms.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import * as hpke from 'hpke';
import type { SimulatedRelay } from './simulate-relay.js';

const suite = new hpke.CipherSuite(hpke.KEM_DHKEM_P256_HKDF_SHA256, hpke.KDF_HKDF_SHA256, hpke.AEAD_AES_256_GCM);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const encoded = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const decoded = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** Gives a simulated relay a key of its own. What is sealed for it is really sealed, and opens in its own place only. */
export async function giveVault({ asked }: SimulatedRelay): Promise<void> {
  const pair = await suite.GenerateKeyPair(true);
  asked.vault = { id: 'k1', key: encoded(await suite.SerializePublicKey(pair.publicKey)) };
  asked.open = async ({ enc, ct }, place) => {
    const plain = await suite.Open(pair, decoded(enc), decoded(ct), { aad: bytesOf(place) });
    return new TextDecoder().decode(plain);
  };
}

/** Masked values as the customer's browser seals them, by the field's name. */
export async function sealValues(
  { asked }: SimulatedRelay,
  conversation: string,
  form: string,
  values: FieldValues,
): Promise<Record<string, Sealed>> {
  if (!asked.vault) throw new Error('the simulated relay has no vault');
  const key = await suite.DeserializePublicKey(decoded(asked.vault.key));
  const sealed: Record<string, Sealed> = {};
  for (const [field, value] of Object.entries(values)) {
    const aad = bytesOf(sealedFor(conversation, form, field));
    const { encapsulatedSecret, ciphertext } = await suite.Seal(key, bytesOf(value), { aad });
    sealed[field] = { enc: encoded(encapsulatedSecret), ct: encoded(ciphertext) };
  }
  return sealed;
}
