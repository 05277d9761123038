import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from './testing/manual-clock.js';
import { ANA, BEN } from './testing/scenes.js';
import { Typists } from './typists.js';

const watching = () => {
  const clock = new ManualClock();
  let changes = 0;
  const typists = new Typists(clock, () => changes++);
  return { clock, typists, names: () => typists.authors.map(({ name }) => name), changes: () => changes };
};

test('DLV 3 the dots come and go with what is told', () => {
  const { typists, names } = watching();
  typists.set(ANA, true);
  typists.set(BEN, true);
  assert.deepEqual(names(), ['Ana Ruiz', 'Ben Okafor']);
  typists.set(ANA, false);
  assert.deepEqual(names(), ['Ben Okafor']);
});

test('DLV 3 the dots of somebody who is not heard of again go away after 8 s', async () => {
  const { clock, typists, names } = watching();
  typists.set(ANA, true);
  await clock.advance(7_000);
  typists.set(ANA, true);
  await clock.advance(7_999);
  assert.deepEqual(names(), ['Ana Ruiz']);
  await clock.advance(1);
  assert.deepEqual(names(), []);
});

test('being told the same again is no change', () => {
  const { typists, changes } = watching();
  typists.set(ANA, false);
  typists.set(ANA, true);
  typists.set(ANA, true);
  assert.equal(changes(), 1);
});

test('cleared, nobody types and no timer is left', () => {
  const { clock, typists, names } = watching();
  typists.set(ANA, true);
  typists.set(BEN, true);
  typists.clear();
  assert.deepEqual(names(), []);
  assert.equal(clock.timers, 0);
});
