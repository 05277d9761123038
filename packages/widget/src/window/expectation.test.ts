import { expect } from '@open-wc/testing';
import type { CustomerState } from '@deskbell/client/customer.js';
import { simulatedCustomer } from '@deskbell/client/testing/simulated-sessions.js';
import { MAYA, seed } from '@deskbell/client/testing/scenes.js';
import { settle } from '@deskbell/client/testing/settle.js';
import { simulateRelay } from '@deskbell/client/testing/simulate-relay.js';
import { expectation } from './expectation.js';

const waiting = async (wait?: { low: number; high: number }): Promise<CustomerState> => {
  const relay = simulateRelay();
  if (wait) relay.wait = { ...wait, sure: 'rough' };
  seed(relay, { phase: 'waiting', customer: MAYA });
  const session = simulatedCustomer(relay, { tabs: null });
  session.connect();
  await settle();
  relay.tellPlaces();
  await settle();
  return session.state;
};

describe('expectation', () => {
  it('RTG 4 says the place, and how long it takes where that is known', async () => {
    expect(expectation(await waiting())).to.equal('You are next in line');
    expect(expectation(await waiting({ low: 130_000, high: 290_000 }))).to.match(/^You are next in line · about 2\s?–\s?5 min$/);
    expect(expectation(await waiting({ low: 1_000, high: 20_000 }))).to.match(/^You are next in line · about ~?1 min$/);
  });
});
