import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from './testing/manual-clock.js';
import { ANA, accepts, says, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { simulateRelay } from './testing/simulate-relay.js';
import { simulatedAgent, simulatedCustomer } from './testing/simulated-sessions.js';

const texts = (view: { log: { events: readonly { type: string }[] } } | undefined) =>
  view?.log.events.flatMap((event) => (event.type === 'message.sent' ? [(event as { text?: string }).text] : []));

test('DLV 5 customer and agent talk through a relay and hold the same log', async () => {
  const relay = simulateRelay({ clock: new ManualClock() });
  const customer = simulatedCustomer(relay, { person: null });
  const agent = simulatedAgent(relay);
  agent.connect();
  customer.say('Hello');
  await settle();
  const [row] = agent.state.waiting;
  assert.ok(row);
  await agent.accept(row.id);
  await settle();
  agent.say(row.id, 'Good morning');
  await settle();
  assert.deepEqual(texts(customer.state.conversation), ['Hello', 'Good morning']);
  assert.deepEqual(customer.state.conversation?.log.events, agent.state.views.get(row.id)?.log.events);
  assert.equal(customer.state.conversation?.pending.length, 0);
  assert.equal(customer.state.unread, 1);
  customer.destroy();
  agent.destroy();
});
