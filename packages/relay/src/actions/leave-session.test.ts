import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { testRelay } from '../testing/relay.js';

test('STA 4 A9 who has conversations cannot sign out, and is told why', async (t) => {
  const relay = await testRelay(t);
  const { agent, conversation } = await relay.talking();
  agent.say({ type: 'session.leave' });
  const { code, detail } = await agent.next('refused');
  assert.equal(code, 'still-busy');
  assert.match(detail, /transfer or close/);
  await agent.ask({ type: 'conversation.end', id: v7(), conversation });
  assert.equal(await agent.ask({ type: 'session.leave' }), 'still-busy');
  await agent.ask({ type: 'conversation.dispose', id: v7(), conversation, disposition: 'resolved' });
  agent.say({ type: 'session.leave' });
  assert.equal(await agent.closed, 'signed-out');
});

test('STA 4 who signs out is out in every browser, on every relay, and offline', async (t) => {
  const relay = await testRelay(t);
  const other = await testRelay(t, { store: relay.store, hub: relay.hub });
  const [here, there] = [await relay.available('ana'), await other.agent()];
  here.say({ type: 'session.leave' });
  assert.deepEqual([await here.closed, await there.closed], ['signed-out', 'signed-out']);
  const { seenUntil, status } = (await relay.store.agent('harbour', 'ana'))!;
  assert.deepEqual([seenUntil, status], [null, 'away']);
  await relay.wait(12_000);
  assert.equal((await relay.store.agent('harbour', 'ana'))?.seenUntil, null);
});

test('A4 a login after a sign-out begins with Away, whatever was let pass meanwhile', async (t) => {
  const relay = await testRelay(t, { settings: { queues: [{ id: 'front', name: 'Front', offer: { mode: 'push' } }] } });
  const ana = await relay.available('ana');
  const { conversation } = await relay.waiting();
  await relay.server.idle();
  assert.equal((await relay.row(conversation)).offer?.agent.id, 'ana');
  ana.say({ type: 'session.leave' });
  await ana.closed;
  await relay.wait(24_000);
  assert.equal((await relay.row(conversation)).offer, null);
  const back = await relay.agent();
  assert.equal(back.of('session.opened')[0]?.status?.digital, 'away');
});
