import * as H from 'hpke';

/** How values are sealed: as `sealedSchema` of the protocol says. */
export const SUITE = new H.CipherSuite(H.KEM_DHKEM_P256_HKDF_SHA256, H.KDF_HKDF_SHA256, H.AEAD_AES_256_GCM);

/** The curve of the keys, for Web Crypto. */
export const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** What a private key may be used for. */
export const USES: KeyUsage[] = ['deriveBits'];
