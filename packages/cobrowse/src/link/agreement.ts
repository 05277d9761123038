import type { MirrorSide } from '@deskbell/protocol/cobrowse.js';

// The two ends agree on keys by ECDH, over a relay that passes their words on. A relay that put itself between them would show two different
// numbers; since whoever begins is bound by a digest before the other's key is seen, it cannot choose keys until the numbers are alike.

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const SEAL = 'AES-GCM';

/** What one end has for one meeting: good once, and never written down. */
export interface Offer {
  readonly pair: CryptoKeyPair;
  /** The public key, raw: 65 bytes. */
  readonly own: Uint8Array<ArrayBuffer>;
}

/** Keys for each direction, and what both ends can compare. */
export interface Agreement {
  readonly sends: CryptoKey;
  readonly takes: CryptoKey;
  /** Six digits, the same at both ends where nobody is between them. */
  readonly safety: string;
}

export async function makeOffer(): Promise<Offer> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  return { pair, own: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)) };
}

/** What binds whoever begins to their key. */
export const digestOf = async (key: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', key));

/**
 * Rejects where `theirs` is no key.
 * @param bound - The session and the meeting: the same keys at another time or place give other secrets.
 */
export async function agree({ pair, own }: Offer, theirs: Uint8Array<ArrayBuffer>, side: MirrorSide, bound: string): Promise<Agreement> {
  const { subtle } = crypto;
  const shared = await subtle.deriveBits(
    { name: 'ECDH', public: await subtle.importKey('raw', theirs, CURVE, false, []) },
    pair.privateKey,
    256,
  );
  const salt = new Uint8Array(await new Blob(side === 'customer' ? [own, theirs] : [theirs, own]).arrayBuffer());
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const bits = await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(bound) }, secret, 544);
  const key = (from: number, use: KeyUsage): Promise<CryptoKey> => subtle.importKey('raw', bits.slice(from, from + 32), SEAL, false, [use]);
  const ofCustomer = side === 'customer';
  const [sends, takes] = await Promise.all([key(ofCustomer ? 0 : 32, 'encrypt'), key(ofCustomer ? 32 : 0, 'decrypt')]);
  return { sends, takes, safety: String(new DataView(bits).getUint32(64) % 1_000_000).padStart(6, '0') };
}
