import { createAgentSession } from '../agent-session.js';
import type { AgentSession } from '../agent.js';
import type { CustomerOptions } from '../customer-options.js';
import { createCustomerSession } from '../customer-session.js';
import type { CustomerSession } from '../customer.js';
import type { Surroundings } from '../surroundings.js';
import type { Person } from '@deskbell/protocol/people.js';
import { memoryStorage } from './memory-storage.js';
import { MAYA } from './scenes.js';
import { SimulatedPage } from './simulated-page.js';
import type { SimulatedRelay } from './simulate-relay.js';

const RELAY = 'https://relay.example';

/** Full jitter without its chance: always the middle. */
const middle = () => 0.5;

export interface SimulatedCustomerOptions extends Partial<CustomerOptions> {
  /** Who this browser was before; null for somebody who was never there. */
  readonly person?: Person | null;
}

/** A real customer session on a simulated relay: alone in its browser, which keeps things in memory. */
export const simulatedCustomer = (relay: SimulatedRelay, { person = MAYA, ...options }: SimulatedCustomerOptions = {}): CustomerSession =>
  createCustomerSession({
    relay: RELAY,
    siteKey: 'site-key',
    clock: relay.clock,
    openSocket: relay.openSocket,
    fetch: relay.fetch,
    page: new SimulatedPage(),
    random: middle,
    storage: memoryStorage(person ? new Map([['token', relay.tokenFor(person)]]) : undefined),
    tabs: null,
    ...options,
  });

export interface SimulatedAgentOptions extends Partial<Surroundings> {
  readonly id?: string;
  readonly name?: string;
  readonly role?: Person['role'];
  readonly getToken?: () => Promise<string | undefined>;
}

/** A real agent session on a simulated relay. */
export function simulatedAgent(
  relay: SimulatedRelay,
  { id = 'ana', name = 'Ana Ruiz', role = 'agent', ...options }: SimulatedAgentOptions = {},
): AgentSession {
  return createAgentSession({
    relay: RELAY,
    getToken: () => Promise.resolve(relay.tokenFor({ id, name, role, workspace: relay.desk.workspace.id })),
    clock: relay.clock,
    openSocket: relay.openSocket,
    fetch: relay.fetch,
    page: new SimulatedPage(),
    random: middle,
    ...options,
  });
}
