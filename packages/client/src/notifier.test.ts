import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Notifier } from './notifier.js';
import { settle } from './testing/settle.js';

const counting = () => {
  let count = 0;
  let made = 0;
  const notifier = new Notifier(() => {
    made++;
    return { count };
  });
  const add = () => {
    count++;
    notifier.touch();
  };
  return { notifier, add, made: () => made };
};

test('many changes in one task are told once, with the last state', async () => {
  const { notifier, add } = counting();
  const told: number[] = [];
  notifier.subscribe(({ count }) => told.push(count));
  add();
  add();
  assert.deepEqual(told, []);
  await settle();
  add();
  await settle();
  assert.deepEqual(told, [2, 3]);
});

test('the state is the same object until something changes', () => {
  const { notifier, add, made } = counting();
  const before = notifier.state;
  assert.equal(notifier.state, before);
  add();
  assert.notEqual(notifier.state, before);
  assert.equal(made(), 2);
});

test('who has unsubscribed is told nothing, even of what changed before', async () => {
  const { notifier, add } = counting();
  const told: number[] = [];
  const listener = ({ count }: { count: number }) => told.push(count);
  const unsubscribe = notifier.subscribe(listener);
  notifier.subscribe(listener);
  add();
  unsubscribe();
  await settle();
  assert.deepEqual(told, [1]);
});
