import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './testing/desk.js';
import { accepts, finds, seed } from './testing/scenes.js';
import { settle } from './testing/settle.js';

const TASK = { task: 'rewrite', conversation: '01890000-0000-7000-8000-000000000001', text: 'hi', how: 'friendlier' } as const;

test('CMP 4 what a model writes comes piece by piece, whole letters only', async () => {
  const { relay, sit } = desk();
  const session = await sit();
  const pieces = session.write(TASK, new AbortController().signal);
  const first = pieces.next();
  await settle();
  relay.writing.say('Grüße');
  assert.deepEqual(await first, { done: false, value: 'Grüße' });
  relay.writing.say(' 😀', '!');
  relay.writing.finish();
  assert.deepEqual([(await pieces.next()).value, (await pieces.next()).value, (await pieces.next()).done], [' 😀', '!', true]);
  assert.deepEqual(relay.writing.asked, [TASK]);
});

test('CMP 4 why it goes no further is said with its code, before it begins and in the middle', async () => {
  const { relay, sit } = desk();
  const session = await sit();
  relay.refuseNext('/v1/ai/rewrite', 'budget-spent');
  await assert.rejects(session.write(TASK, new AbortController().signal).next(), { code: 'budget-spent' });
  for (const [end, code] of [
    [() => relay.writing.refuse('model-away'), 'model-away'],
    [() => relay.writing.cutOff(), 'unavailable'],
  ] as const) {
    const pieces = session.write(TASK, new AbortController().signal);
    const first = pieces.next();
    await settle();
    relay.writing.say('half');
    assert.equal((await first).value, 'half');
    end();
    await assert.rejects(pieces.next(), { code });
  }
});

test('CMP 4 who has enough ends the request, and nothing more comes', async () => {
  const { relay, sit } = desk();
  const session = await sit();
  const enough = new AbortController();
  const pieces = session.write(TASK, enough.signal);
  const first = pieces.next();
  await settle();
  relay.writing.say('one');
  await first;
  enough.abort();
  await assert.rejects(pieces.next(), { name: 'AbortError' });
  assert.equal(relay.writing.stopped, 1);
});

test('INF 1 what an agent finds is in the log of the conversation they got', async () => {
  const { relay, sit } = desk();
  const id = seed(relay, { phase: 'waiting' });
  const session = await sit();
  accepts(relay, id);
  finds(relay, id);
  await settle();
  const found = session.state.views.get(id)?.log.events.at(-1);
  assert.deepEqual(found?.type === 'summary.added' && [found.intent, found.of], ['Delivery', found!.seq - 1]);
});
