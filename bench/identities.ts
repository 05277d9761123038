import { SignJWT } from 'jose';
import { CustomerTokens } from '@deskbell/relay/auth/customer-tokens.js';

/** What the bench's relays, and the ISV whose agents they are, sign with. */
export const SECRET = 'a secret of the bench that is long enough';
/** The origin that everybody says they come from. */
export const ORIGIN = 'http://127.0.0.1';
export const WORKSPACE = 'bench';
export const SITE = 'site';

const customers = new CustomerTokens(SECRET, Date.now);

export const agentToken = (id: string, name: string): Promise<string> =>
  new SignJWT({ name, role: 'agent', workspace: WORKSPACE })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setExpirationTime('2h')
    .sign(new TextEncoder().encode(SECRET));

export const customerToken = async (id: string): Promise<string> => (await customers.issue({ id, workspace: WORKSPACE }, SITE)).token;
