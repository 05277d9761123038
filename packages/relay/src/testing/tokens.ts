import { SignJWT } from 'jose';
import { AGENT_SECRET, SITE_SECRET } from './settings.js';

interface AgentTokenOptions {
  readonly id?: string;
  readonly name?: string;
  readonly role?: string;
  readonly workspace?: string;
  readonly secret?: string;
  /** When it ends, ms; null for never. */
  readonly expires?: number | null;
}

const signed = (claims: Record<string, unknown>, secret: string, expires: number | null): Promise<string> => {
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' });
  if (expires !== null) token.setExpirationTime(expires / 1_000);
  return token.sign(new TextEncoder().encode(secret));
};

/** A token as the test's ISV signs it; good until 2100 where nothing else is said. */
export const agentToken = ({
  id = 'ana',
  name = 'Ana',
  role = 'agent',
  workspace = 'harbour',
  secret = AGENT_SECRET,
  expires = Date.UTC(2100, 0),
}: AgentTokenOptions = {}) => signed({ sub: id, name, role, workspace }, secret, expires);

/** What the test's shop says of a customer; the end is in ms. */
export const identityToken = (claims: Record<string, unknown>, expires: number | null, secret = SITE_SECRET) =>
  signed(claims, secret, expires);
