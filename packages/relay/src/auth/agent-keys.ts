import { RelayError } from '@deskbell/protocol/refusals.js';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';

// A symmetric algorithm must never meet a public key: whoever knows the key could sign.
const PUBLIC_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Keys at an address. That they cannot be fetched says nothing about the token, so it must not look like a bad one. */
function remoteKeys(address: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(address));
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (fault) {
      if (
        fault instanceof errors.JWKSNoMatchingKey ||
        fault instanceof errors.JWKSMultipleMatchingKeys ||
        fault instanceof errors.JOSENotSupported
      )
        throw fault;
      throw new RelayError('unavailable', 'the keys that agents are checked with cannot be fetched', { retryAfter: 5_000 });
    }
  };
}

/** How one workspace's agents are checked. */
export class AgentKeys {
  readonly #secret: Uint8Array | undefined;
  readonly #keys: JWTVerifyGetKey | undefined;
  readonly #options: JWTVerifyOptions;

  constructor({ secret, jwks, issuer, audience }: WorkspaceSettings['agents']) {
    this.#secret = secret === undefined ? undefined : new TextEncoder().encode(secret);
    this.#keys = jwks === undefined ? undefined : typeof jwks === 'string' ? remoteKeys(jwks) : createLocalJWKSet(jwks);
    this.#options = {
      algorithms: secret === undefined ? PUBLIC_ALGORITHMS : ['HS256'],
      requiredClaims: ['exp', 'sub'],
      // Two servers' clocks are never the same; a token made this moment must not be one of the future.
      clockTolerance: 5,
      ...(issuer === undefined ? {} : { issuer }),
      ...(audience === undefined ? {} : { audience }),
    };
  }

  async verify(token: string, now: number): Promise<JWTPayload> {
    const options = { ...this.#options, currentDate: new Date(now) };
    if (this.#secret) return (await jwtVerify(token, this.#secret, options)).payload;
    if (this.#keys) return (await jwtVerify(token, this.#keys, options)).payload;
    throw new Error('the settings were not checked: a workspace has neither a secret nor keys');
  }
}
