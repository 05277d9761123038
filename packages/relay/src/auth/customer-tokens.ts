import { RelayError } from '@deskbell/protocol/refusals.js';
import { SignJWT, jwtVerify } from 'jose';
import * as v from 'valibot';
import { CobrowseSecrets } from './cobrowse-secrets.js';
import { customerClaims, identityClaims, type CustomerClaims, type IdentityClaims } from './claims.js';

const DAY = 86_400_000;

/** How long a customer's token is good. */
export const CUSTOMER_TOKEN_LIFE = 30 * DAY;

/** For how long after its end a token can still be exchanged for a new one. */
export const RENEWABLE = 90 * DAY;

/** The longest that a site's server may vouch for somebody in one token: it passes through the page. */
export const MAX_IDENTITY_LIFE = 3_600_000;

// Tells a customer's token apart from all else that the same secret might sign one day.
const AUDIENCE = 'deskbell-customer';

/** The relay's own tokens for customers, and the ones by which a site's server says who a customer is. */
export class CustomerTokens {
  /** What is secret about co-browse, by the same secret. */
  readonly cobrowse: CobrowseSecrets;
  readonly #secret: Uint8Array;
  readonly #now: () => number;

  constructor(secret: string, now: () => number) {
    this.#secret = new TextEncoder().encode(secret);
    this.#now = now;
    this.cobrowse = new CobrowseSecrets(secret, now);
  }

  /** Returns the token, and when it ends in ms. */
  async issue(customer: { id: string; workspace: string }, site: string): Promise<{ token: string; expires: number }> {
    const issued = Math.floor(this.#now() / 1_000);
    const end = issued + CUSTOMER_TOKEN_LIFE / 1_000;
    const token = await new SignJWT({ role: 'customer', workspace: customer.workspace, site })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(customer.id)
      .setAudience(AUDIENCE)
      .setIssuedAt(issued)
      .setExpirationTime(end)
      .sign(this.#secret);
    return { token, expires: end * 1_000 };
  }

  /** Throws where the signature or the shape is not right, or the token ended more than `grace` ms ago. */
  async read(token: string, grace = 0): Promise<CustomerClaims> {
    const { payload } = await jwtVerify(token, this.#secret, {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      requiredClaims: ['exp'],
      currentDate: new Date(this.#now() - grace),
    });
    return v.parse(customerClaims, payload);
  }

  /** Reads what a site's server says of a customer. Throws `unauthorized`, with a reason for the site's developer where there is one to give away. */
  async readIdentity(token: string, secret: string): Promise<IdentityClaims> {
    const claims = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(this.#now()),
    })
      .then(({ payload }) => v.parse(identityClaims, payload))
      .catch(() => {
        throw new RelayError('unauthorized', 'the identity is not signed with the secret of the site, has ended, or lacks sub or exp');
      });
    if (claims.exp * 1_000 > this.#now() + MAX_IDENTITY_LIFE)
      throw new RelayError('unauthorized', 'the identity has to end within an hour');
    return claims;
  }
}
