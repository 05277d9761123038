import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { backoff } from './backoff.js';

test('the wait grows twofold up to 30 s, and chance takes any part of it', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => backoff(attempt, false, () => 1));
  assert.deepEqual(longest, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  assert.equal(
    backoff(5, false, () => 0),
    0,
  );
});

test('who is asked to come back at once does so within a quarter of a second, but only the first time', () => {
  assert.equal(
    backoff(0, true, () => 1),
    250,
  );
  assert.equal(
    backoff(3, true, () => 1),
    4_000,
  );
});

test('whatever the attempt and the chance, the wait is between nothing and 30 s', () => {
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, atOnce, chance) => {
      const wait = backoff(attempt, atOnce, () => chance);
      return wait >= 0 && wait <= 30_000;
    }),
  );
});
