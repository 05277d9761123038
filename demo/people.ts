import { SignJWT } from 'jose';

/** The agents that the demo's desk signs in without a password. */
export const AGENTS = {
  ana: { id: 'ana', name: 'Ana Sousa' },
  ben: { id: 'ben', name: 'Ben Okafor' },
  cleo: { id: 'cleo', name: 'Cleo Marsh' },
} as const;
export type AgentId = keyof typeof AGENTS;

/** The customers that the demo's shop knows. */
export const CUSTOMERS = {
  clara: { sub: 'customer-1042', name: 'Clara Winter', email: 'clara.winter@example.com' },
  tomas: { sub: 'customer-1077', name: 'Tomás Rey', email: 'tomas.rey@example.com' },
} as const;
export type CustomerId = keyof typeof CUSTOMERS;

export const isAgentId = (value: string): value is AgentId => Object.hasOwn(AGENTS, value);

export const isCustomerId = (value: string): value is CustomerId => Object.hasOwn(CUSTOMERS, value);

const sign = (claims: Record<string, string>, secret: string, expires: number) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(expires / 1000))
    .sign(new TextEncoder().encode(secret));

/** What the desk's own server would make: a token for an agent of the workspace, good until `expires` (ms). */
export const agentToken = (agent: AgentId, workspace: string, secret: string, expires: number) =>
  sign({ sub: AGENTS[agent].id, name: AGENTS[agent].name, role: 'agent', workspace }, secret, expires);

/** What the shop's own server would make when a customer signs in, good until `expires` (ms). */
export const customerIdentity = (customer: CustomerId, secret: string, expires: number) => sign(CUSTOMERS[customer], secret, expires);
