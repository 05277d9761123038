import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cobrowseDesk } from '../testing/cobrowse-desk.js';
import { SHOP } from '../testing/settings.js';

test('COB 4 CB8 a code is over after five minutes, an answer is waited for ten, and a session has four hours', async (t) => {
  const desk = await cobrowseDesk(t);
  const { relay } = desk;
  const { session } = await desk.withCode();
  const told = desk.told(session.id);
  const { session: asked } = await desk.redeem((await desk.withCode()).code);
  const answered = desk.told(asked.id);
  relay.pass(299_999);
  await relay.settle();
  assert.deepEqual(told, []);
  relay.pass(1);
  await relay.settle();
  assert.deepEqual(told, ['ended expired']);
  relay.pass(300_000);
  await relay.settle();
  assert.deepEqual(answered, ['ended gone']);
  const long = await desk.allowed();
  const lasted = desk.told(long.session.id);
  for (let passed = 0; passed < 4 * 3_600_000; passed += 480_000) {
    assert.deepEqual(lasted, [], `after ${String(passed)} ms`);
    for (const side of ['agent', 'customer'] as const) await relay.store.seeCobrowse(side, [long.session.id], relay.clock.now);
    relay.pass(480_000);
    await relay.settle();
  }
  assert.deepEqual(lasted, ['ended expired']);
  // The ticket is as old as the session was allowed to get.
  assert.equal((await desk.pass(long.session.id, { token: long.ticket, origin: SHOP })).code, 'unauthorized');
  relay.pass(24 * 3_600_000);
  await relay.settle();
  assert.equal(await relay.store.cobrowse('harbour', long.session.id), undefined);
});

test('COB 4 CB8 what is over by the clock is over, also where no relay has looked yet', async (t) => {
  const desk = await cobrowseDesk(t);
  const { session, code } = await desk.withCode();
  const { ticket } = await desk.redeem(code);
  desk.relay.clock.now += 600_000;
  assert.equal((await desk.answer(session.id, ticket)).code, 'wrong-phase');
  assert.equal((await desk.pass(session.id, { token: ticket, origin: SHOP })).code, 'wrong-phase');
  assert.equal((await desk.pass(session.id)).code, 'wrong-phase');
});
