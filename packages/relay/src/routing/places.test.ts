import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import { Directory } from '../settings/directory.js';
import { checkSettings } from '../settings/check-settings.js';
import { LocalHub } from '../hub/local-hub.js';
import { topics } from '../hub/hub.js';
import { createLog } from '../log.js';
import { Metrics } from '../metrics.js';
import { testRelay } from '../testing/relay.js';
import { testSettings } from '../testing/settings.js';
import { Places } from './places.js';

test('RTG 4 every waiting customer is told their place, and again when it changes', async (t) => {
  const relay = await testRelay(t);
  const [first, second, third] = [await relay.waiting(), await relay.waiting(), await relay.waiting()];
  const place = async (who: typeof first) => (await who.client.next('queue.placed')).place;
  assert.deepEqual([await place(first), await place(second), await place(third)], [1, 2, 3]);
  second.client.say({ type: 'conversation.end', id: v7(), conversation: second.conversation });
  assert.equal(await place(third), 2);
  const agent = await relay.agent();
  agent.say({ type: 'conversation.accept', id: v7(), conversation: first.conversation });
  assert.equal(await place(third), 1);
  await first.client.settled();
  assert.deepEqual(
    first.client.of('queue.placed').map((event) => event.place),
    [1],
  );
});

test('RTG 4 a customer who comes back is told the place anew, also on another relay', async (t) => {
  const relay = await testRelay(t);
  await relay.waiting();
  const customer = await relay.waiting();
  await customer.client.next('queue.placed');
  customer.client.end();
  const back = await relay.returning(customer);
  assert.equal((await back.client.next('queue.placed')).place, 2);
  const elsewhere = await testRelay(t, { store: relay.store });
  assert.equal((await (await elsewhere.returning(customer)).client.next('queue.placed')).place, 2);
});

/** Places over a store of which the test decides when it answers. */
const setUp = () => {
  const queries: { resolve: (waiting: string[]) => void; reject: (fault: unknown) => void }[] = [];
  const log = createLog('silent');
  const hub = new LocalHub(log);
  const settings = testSettings();
  settings.workspaces.length = 1;
  const store = {
    waitingIn: () => new Promise<string[]>((resolve, reject) => queries.push({ resolve, reject })),
    waits: () => Promise.resolve([]),
    agents: () => Promise.resolve([]),
  };
  const places = new Places({ store, hub, directory: new Directory(checkSettings(settings)), metrics: new Metrics(), log, now: () => 0 });
  const told: [string, number][] = [];
  const waiter = { place: (conversation: string, place: number) => void told.push([conversation, place]) };
  const move = (): void => hub.publish(topics.queues('harbour'), { kind: 'moved', queue: 'front' });
  const answer = async (index: number, waiting: string[] | Error): Promise<void> => {
    if (waiting instanceof Error) queries[index]!.reject(waiting);
    else queries[index]!.resolve(waiting);
    await new Promise(setImmediate);
  };
  return { places, queries, told, waiter, move, answer };
};

test('however many come and go meanwhile, one query is under way and one more follows', async () => {
  const { places, queries, told, waiter, move, answer } = setUp();
  places.start();
  places.watch('harbour', 'front', 'b', waiter);
  for (let count = 0; count < 100; count += 1) move();
  assert.equal(queries.length, 1);
  await answer(0, ['a', 'b']);
  assert.equal(queries.length, 2);
  await answer(1, ['b']);
  assert.equal(queries.length, 2);
  assert.deepEqual(told, [
    ['b', 2],
    ['b', 1],
  ]);
  await places.stop();
});

test('a place that did not change is not told again, and nobody is told after they are forgotten', async () => {
  const { places, told, waiter, move, answer } = setUp();
  places.watch('harbour', 'front', 'a', waiter);
  await answer(0, ['a']);
  places.start();
  await answer(1, ['a']);
  places.forget('harbour', 'front', 'a', waiter);
  move();
  await answer(2, ['x', 'a']);
  assert.deepEqual(told, [['a', 1]]);
  places.watch('harbour', 'gone', 'a', waiter);
  places.forget('harbour', 'gone', 'a', waiter);
  await places.stop();
});

test('when the database was away the places are told as soon as it is back', async () => {
  const { places, queries, told, waiter, move, answer } = setUp();
  places.watch('harbour', 'front', 'a', waiter);
  await answer(0, new RelayError('unavailable'));
  move();
  assert.equal(queries.length, 1);
  places.retry();
  await answer(1, ['a']);
  places.retry();
  assert.equal(queries.length, 2);
  assert.deepEqual(told, [['a', 1]]);
});

test('RTG 4 a queue in which somebody always comes or goes is counted so often in a while, and then by the next look', async () => {
  const { places, queries, told, waiter, move, answer } = setUp();
  places.start();
  places.watch('harbour', 'front', 'a', waiter);
  const answerAll = async (): Promise<number> => {
    let index = queries.length - 1;
    for (; index < queries.length; index += 1) {
      move();
      await answer(index, [...Array.from({ length: index }, () => 'x'), 'a']);
    }
    move();
    return index;
  };
  const first = await answerAll();
  assert.ok(first < 20, `${String(first)} queries without a look`);
  assert.equal(queries.length, first);
  places.retry();
  assert.equal(queries.length, first + 1);
  // The one that was asked for last is told, although nobody moves any more.
  await answer(first, ['a']);
  assert.deepEqual(told.at(-1), ['a', 1]);
  assert.equal(queries.length, first + 1);
  await places.stop();
});
