import * as v from 'valibot';
import { origins, secret } from './basics.js';

const isKeyAddress = (value: string): boolean => {
  const address = URL.canParse(value) ? new URL(value) : undefined;
  return address !== undefined && (address.protocol === 'https:' || address.hostname === 'localhost' || address.hostname === '127.0.0.1');
};
const needsKeys = 'has to be the https address of a JSON Web Key Set, or such a set itself';
const jwks = v.pipe(
  v.union([v.string(), v.looseObject({ keys: v.pipe(v.array(v.looseObject({ kty: v.string() })), v.minLength(1)) })], needsKeys),
  v.check((value) => typeof value !== 'string' || isKeyAddress(value), needsKeys),
);

/** How a workspace's agents are known, and where they may work. */
export const agentsSchema = v.pipe(
  v.strictObject({
    /** What the ISV's server signs agents' tokens with (HS256) ... */
    secret: v.optional(secret),
    /** ... or the public keys of an OIDC provider. */
    jwks: v.optional(jwks),
    issuer: v.optional(v.string()),
    audience: v.optional(v.string()),
    /** The pages that the console may be used on. */
    origins,
  }),
  v.check(({ secret, jwks }) => (secret === undefined) !== (jwks === undefined), 'needs either a secret or jwks, and not both'),
);
