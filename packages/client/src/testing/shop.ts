import type { CustomerOptions } from '../customer-options.js';
import { ManualClock } from './manual-clock.js';
import { memoryStorage } from './memory-storage.js';
import { MAYA } from './scenes.js';
import { settle } from './settle.js';
import { SimulatedPage } from './simulated-page.js';
import { simulatedCustomer } from './simulated-sessions.js';
import { simulateRelay } from './simulate-relay.js';

/** A site, a relay, and a browser that was there before. */
export const shop = () => {
  const clock = new ManualClock();
  const relay = simulateRelay({ clock });
  const page = new SimulatedPage();
  /** What this browser keeps: a session made again is the page after a reload. */
  const values = new Map<string, unknown>([['token', relay.tokenFor(MAYA)]]);
  const arrive = (options: Partial<CustomerOptions> = {}) => simulatedCustomer(relay, { page, storage: memoryStorage(values), ...options });
  const visit = async (options: Partial<CustomerOptions> = {}) => {
    const session = arrive(options);
    session.connect();
    await settle();
    return session;
  };
  return { clock, relay, page, values, arrive, visit };
};
