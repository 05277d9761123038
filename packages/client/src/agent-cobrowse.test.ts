import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE_LASTS } from '@deskbell/protocol/cobrowse.js';
import { desk } from './testing/desk.js';
import { ANA, MAYA, nextId, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { allowsCobrowse, endsCobrowse, redeems } from './testing/simulated-cobrowse.js';

test('COB 1 an agent asks in the chat, and the log tells what came of it', async () => {
  const { relay, sit } = desk();
  const conversation = seed(relay);
  const session = await sit();
  const id = nextId();
  const begun = await session.cobrowse.begin({ id, conversation, by: 'chat' });
  assert.deepEqual([begun.session.state, begun.session.conversation, begun.code], ['asked', conversation, undefined]);
  allowsCobrowse(relay, id, MAYA);
  endsCobrowse(relay, id, MAYA);
  await settle();
  const told = session.state.views.get(conversation)?.log.events.slice(-3) ?? [];
  assert.deepEqual(
    told.map(({ type }) => type),
    ['cobrowse.asked', 'cobrowse.allowed', 'cobrowse.ended'],
  );
  assert.equal(told[0]?.type === 'cobrowse.asked' && told[0].id, id);
});

test('COB 3 a code needs no conversation, and says how long it is good', async () => {
  const { relay, clock, sit } = desk();
  const session = await sit();
  const id = nextId();
  const begun = await session.cobrowse.begin({ id, by: 'code' });
  assert.match(begun.code ?? '', /^\d{6}$/);
  assert.equal(begun.codeUntil, clock.now() + CODE_LASTS);
  assert.deepEqual([begun.session.state, begun.session.conversation], ['code', null]);
  assert.equal(redeems(relay, id).state, 'asked');
});

test('COB 5 an agent finds the sessions that go on, gets passes for them, and ends them', async () => {
  const { relay, sit } = desk();
  const session = await sit();
  const [one, two] = [nextId(), nextId()];
  await session.cobrowse.begin({ id: one, by: 'code' });
  await session.cobrowse.begin({ id: two, by: 'code' });
  const open = async () => (await session.cobrowse.open()).map(({ id }) => id);
  assert.deepEqual(await open(), [two, one]);
  const [first, second] = [await session.cobrowse.pass(one), await session.cobrowse.pass(one)];
  assert.notEqual(first.pass, second.pass);
  assert.equal((await session.cobrowse.end(one)).end, 'agent');
  assert.deepEqual(await open(), [two]);
  await assert.rejects(session.cobrowse.pass(one), { code: 'wrong-phase' });
  await assert.rejects(session.cobrowse.end('somebody else’s'), { code: 'not-found' });
  endsCobrowse(relay, two, ANA);
  assert.deepEqual(await open(), []);
  assert.equal(session.cobrowse.relay, 'https://relay.example');
});
