import { preChatFieldSchema } from '@deskbell/protocol/site.js';
import { line } from '@deskbell/protocol/text.js';
import * as v from 'valibot';

const name = v.pipe(line, v.minLength(1, 'is empty'));
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,64}$/, 'has to be 1 to 64 letters, digits, dots, dashes or underscores'));

const isOrigin = (value: string): boolean => {
  try {
    const { origin, protocol } = new URL(value);
    return origin === value && (protocol === 'https:' || protocol === 'http:');
  } catch {
    return false;
  }
};
const origin = v.pipe(v.string(), v.check(isOrigin, 'has to be an origin like https://shop.example, without a path or a slash at the end'));
const origins = v.pipe(v.array(origin), v.minLength(1, 'has no origin, so that no page could use it'));

// HS256 is only as good as its key: RFC 7518 asks for as many bits as the hash has.
const secret = v.pipe(v.string(), v.minLength(32, 'has to be 32 characters or longer'));

const isKeyAddress = (value: string): boolean => {
  const address = URL.canParse(value) ? new URL(value) : undefined;
  return address !== undefined && (address.protocol === 'https:' || address.hostname === 'localhost' || address.hostname === '127.0.0.1');
};
const needsKeys = 'has to be the https address of a JSON Web Key Set, or such a set itself';
const jwks = v.pipe(
  v.union([v.string(), v.looseObject({ keys: v.pipe(v.array(v.looseObject({ kty: v.string() })), v.minLength(1)) })], needsKeys),
  v.check((value) => typeof value !== 'string' || isKeyAddress(value), needsKeys),
);

const agentsSchema = v.pipe(
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

const queueSchema = v.strictObject({ id: key, name });

const siteSchema = v.strictObject({
  key,
  name,
  origins,
  /** What the site's own server signs the identity of its customers with (HS256). */
  secret: v.optional(secret),
  queue: key,
  greeting: v.optional(line, ''),
  usualReplyMinutes: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0))), null),
  preChat: v.optional(v.pipe(v.array(v.strictObject(preChatFieldSchema.entries)), v.maxLength(20)), []),
});

const workspaceSchema = v.strictObject({
  id: key,
  name,
  agents: agentsSchema,
  /** A reply later than this is overdue. */
  responseTimeSeconds: v.pipe(v.number(), v.minValue(1)),
  queues: v.pipe(v.array(queueSchema), v.minLength(1, 'has no queue')),
  sites: v.array(siteSchema),
});

/** The whole settings document. Unknown keys are faults, since most of them are misspelt ones. */
export const settingsSchema = v.strictObject({ workspaces: v.pipe(v.array(workspaceSchema), v.minLength(1, 'has no workspace')) });

/** The document as it is written by hand. */
export type SettingsInput = v.InferInput<typeof settingsSchema>;
export type Settings = v.InferOutput<typeof settingsSchema>;
export type WorkspaceSettings = Settings['workspaces'][number];
export type SiteSettings = WorkspaceSettings['sites'][number];
