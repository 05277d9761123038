import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './testing/desk.js';
import { SHOP_RESPONSES, manyResponses } from './testing/responses.js';
import { settle } from './testing/settle.js';

test('CMP 3 an agent’s standard responses are those of now, without a reload', async () => {
  const { relay, sit } = desk();
  const session = await sit();
  assert.equal(session.state.desk?.responses, null);
  relay.changeResponses(SHOP_RESPONSES);
  await settle();
  const first = await session.responses();
  assert.equal(first.version, session.state.desk.responses);
  assert.equal(await session.responses(), first);
  relay.changeResponses(manyResponses());
  await settle();
  assert.deepEqual((await session.responses()).categories, manyResponses());
});

test('CMP 3 responses that could not be fetched are asked for again', async () => {
  const { relay, sit } = desk();
  const session = await sit();
  relay.changeResponses(SHOP_RESPONSES);
  await settle();
  relay.refuseNext('/v1/responses', 'unavailable');
  await assert.rejects(session.responses(), { code: 'unavailable' });
  assert.equal((await session.responses()).categories.length, SHOP_RESPONSES.length);
});
