import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { openPostgresStore } from '../store/postgres-store.js';
import { testDatabase } from '../testing/database.js';
import { loseAnswers } from '../testing/lose-answers.js';
import { testRelay } from '../testing/relay.js';

test('DLV 5 O6 where nobody knows whether something was saved, everybody comes back and looks', async (t) => {
  const address = await testDatabase();
  const store = await openPostgresStore({ address });
  t.after(() => store.close());
  const relay = await testRelay(t, { store });
  const { customer, agent, conversation } = await relay.talking();
  await loseAnswers(address, 'conversation.ended');
  assert.equal(await agent.ask({ type: 'conversation.end', id: v7(), conversation }), 'unavailable');
  relay.pass(0);
  assert.deepEqual([await customer.client.closed, await agent.closed], ['restart', 'restart']);
  const back = await relay.agent();
  relay.pass(0);
  await relay.settle();
  assert.equal(back.isOpen, true);
});
