import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAYA, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';
import { shop } from './testing/shop.js';
import { endsCobrowse } from './testing/simulated-cobrowse.js';
import { asksToSee } from './testing/simulated-showing.js';

const told = ({ state }: { state: { conversation: { log: { events: readonly { type: string }[] } } | undefined } }) =>
  state.conversation?.log.events.slice(-2).map(({ type }) => type);

test('COB 1 a customer who allows it gets what the page is shown by, and the log tells', async () => {
  const { relay, visit } = shop();
  const conversation = seed(relay);
  const session = await visit();
  const id = asksToSee(relay, conversation);
  const shown = await session.answerCobrowse(id, true);
  assert.deepEqual([shown?.session.state, shown?.ticket, shown?.relay], ['allowed', `ticket to ${id}`, 'https://relay.example']);
  await settle();
  assert.deepEqual(told(session), ['cobrowse.asked', 'cobrowse.allowed']);
});

test('COB 1 a customer who would rather not gets nothing that anything could be shown by', async () => {
  const { relay, visit } = shop();
  const conversation = seed(relay);
  const session = await visit();
  const id = asksToSee(relay, conversation);
  assert.equal(await session.answerCobrowse(id, false), undefined);
  await settle();
  assert.deepEqual(told(session), ['cobrowse.asked', 'cobrowse.ended']);
});

test('COB 1 an answer that comes too late, or is to nothing, is refused', async () => {
  const { relay, visit } = shop();
  const conversation = seed(relay);
  const session = await visit();
  const id = asksToSee(relay, conversation);
  endsCobrowse(relay, id, MAYA, 'expired');
  await assert.rejects(session.answerCobrowse(id, true), { code: 'wrong-phase' });
  await assert.rejects(session.answerCobrowse(id, false), { code: 'wrong-phase' });
  await assert.rejects(session.answerCobrowse('another', true), { code: 'not-found' });
});
