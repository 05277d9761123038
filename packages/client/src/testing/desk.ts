import { ManualClock } from './manual-clock.js';
import { settle } from './settle.js';
import { SimulatedPage } from './simulated-page.js';
import { simulatedAgent, type SimulatedAgentOptions } from './simulated-sessions.js';
import { simulateRelay, type SimulatedRelayOptions } from './simulate-relay.js';

/** A workspace, a relay, and agents who sit down at it. */
export const desk = (options: Omit<SimulatedRelayOptions, 'clock'> = {}) => {
  const clock = new ManualClock();
  const relay = simulateRelay({ clock, ...options });
  const page = new SimulatedPage();
  const sit = async (options: SimulatedAgentOptions = {}) => {
    const session = simulatedAgent(relay, { page, ...options });
    session.connect();
    await settle();
    return session;
  };
  return { clock, relay, page, sit };
};
