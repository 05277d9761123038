import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { checkWorkspace } from '../settings/check-settings.js';
import { testRelay } from '../testing/relay.js';

test('RTG 4 a waiting customer is told how long it takes, by what the queue did lately, and nothing where nothing is known', async (t) => {
  const relay = await testRelay(t);
  relay.directory.replace(checkWorkspace({ ...relay.directory.workspace('harbour'), slots: { chat: 100 } }, []));
  const agent = await relay.agent();
  agent.say({ type: 'status.set', status: 'available' });
  await agent.next('status.changed');
  const first = await relay.waiting();
  assert.equal((await first.client.next('queue.placed')).wait, undefined);
  const waiting = [first];
  for (let count = 1; count < 8; count += 1) waiting.push(await relay.waiting());
  // One every two minutes; the paces are asked for while the agent is there.
  for (const { conversation } of waiting) {
    await relay.settle();
    relay.clock.now += 120_000;
    await relay.store.seeAgents([{ workspace: 'harbour', id: 'ana' }], relay.clock.now + 60_000);
    agent.say({ type: 'ping' });
    agent.say({ type: 'conversation.accept', id: v7(), conversation });
    await agent.next('conversation.accepted');
  }
  await relay.waiting();
  const { client } = await relay.waiting();
  const { place, wait } = await client.next('queue.placed');
  assert.equal(place, 2);
  assert.ok(wait && wait.low <= 240_000 && wait.high >= 240_000 && wait.high < 600_000, JSON.stringify(wait));
  assert.equal(wait.sure, 'rough');
});
