import { line } from '@deskbell/protocol/text.js';
import * as v from 'valibot';

const subject = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** What stands in a token that the relay gave a customer. */
export const customerClaims = v.object({
  role: v.literal('customer'),
  sub: v.pipe(v.string(), v.uuid()),
  workspace: v.string(),
  site: v.string(),
  exp: v.number(),
});
export type CustomerClaims = v.InferOutput<typeof customerClaims>;

/** What an ISV's server says of an agent. */
export const agentClaims = v.object({
  sub: subject,
  name: v.pipe(line, v.minLength(1)),
  role: v.picklist(['agent', 'supervisor', 'admin']),
  workspace: v.string(),
  exp: v.number(),
});

/** What a site's server says of a customer. */
export const identityClaims = v.object({
  sub: subject,
  name: v.optional(line),
  email: v.optional(line),
  exp: v.number(),
});
export type IdentityClaims = v.InferOutput<typeof identityClaims>;
