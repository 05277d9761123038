import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { RENEWABLE } from '../auth/customer-tokens.js';
import type { Deps } from '../deps.js';
import type { SiteEntry } from '../settings/directory.js';
import type { Customer } from '../store/store.js';
import type { MinuteLimit } from './limit.js';
import type { RelayEnv } from './relay-env.js';

const token = v.pipe(v.string(), v.minLength(1), v.maxLength(8_192));
const bodySchema = v.object({ siteKey: v.pipe(v.string(), v.maxLength(64)), token: v.optional(token), identity: v.optional(token) });
type Body = v.InferOutput<typeof bodySchema>;

async function readBody(c: Context): Promise<Body> {
  const body: unknown = await c.req.json().catch(() => {
    throw new RelayError('malformed', 'the body is not JSON');
  });
  const result = v.safeParse(bodySchema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new RelayError('malformed', `${v.getDotPath(issue) ?? 'the body'}: ${issue.message}`);
}

/** The customer this browser was before; undefined where its token cannot be read, or is of another workspace, or the customer is gone. */
async function knownCustomer({ store, tokens }: Deps, site: SiteEntry, old: string | undefined): Promise<Customer | undefined> {
  if (old === undefined) return undefined;
  const claims = await tokens.customers.read(old, RENEWABLE).catch(() => undefined);
  return claims?.workspace === site.workspace.id ? store.customer(site.workspace.id, claims.sub) : undefined;
}

/** The customer that the site's server vouches for. Somebody else who used this browser before keeps what is theirs. */
async function identifiedCustomer(
  { store, tokens, newId }: Deps,
  site: SiteEntry,
  known: Customer | undefined,
  identity: string,
): Promise<Customer> {
  const { secret } = site.settings;
  if (secret === undefined) throw new RelayError('unauthorized', 'the site has no secret in the settings to check an identity with');
  const { sub, name, email } = await tokens.customers.readIdentity(identity, secret);
  const anonymous = known?.externalId === null ? known.id : null;
  return store.identifyCustomer(site.workspace.id, anonymous, {
    externalId: sub,
    id: newId(),
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
  });
}

/** Who a browser is: a new customer, the one it was before, or the one that the site knows. */
export const customerRoutes = (deps: Deps, limits: { readonly address: MinuteLimit; readonly customer: MinuteLimit }) =>
  new Hono<RelayEnv>().post('/', async (c) => {
    await limits.address.take(c.var.address);
    const body = await readBody(c);
    const site = deps.directory.site(body.siteKey);
    if (!site) throw new RelayError('not-found', 'there is no site with this key');
    if (!site.settings.origins.includes(c.req.header('Origin') ?? '')) throw new RelayError('wrong-origin');
    const workspace = site.workspace.id;
    const known = await knownCustomer(deps, site, body.token);
    if (known) await limits.customer.take(known.id);
    const customer =
      body.identity === undefined
        ? (known ?? (await deps.store.createCustomer({ id: deps.newId(), workspace, name: '', email: null, externalId: null })))
        : await identifiedCustomer(deps, site, known, body.identity);
    const issued = await deps.tokens.customers.issue(customer, site.settings.key);
    return c.json({ ...issued, customer: { id: customer.id, name: customer.name } });
  });
