import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Bucket } from './limits.js';

test('a bucket gives its burst at once, and its rate after that', () => {
  const bucket = new Bucket(3, 0);
  const take = (now: number) => bucket.take(3, 2, now);
  assert.deepEqual([take(0), take(0), take(0), take(0)], [true, true, true, false]);
  assert.deepEqual([take(499), take(500), take(501)], [false, true, false]);
  assert.deepEqual([take(60_000), take(60_000), take(60_000), take(60_000)], [true, true, true, false]);
});

test('no bucket ever gives more than its burst and what its rate adds, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 200 }), (steps) => {
      const bucket = new Bucket(5, 0);
      let now = 0;
      let forward = 0;
      let given = 0;
      for (const step of steps) {
        now += step;
        forward += Math.max(0, step);
        if (bucket.take(5, 3, now)) given += 1;
      }
      assert.ok(given <= 5 + (forward * 3) / 1_000);
    }),
  );
});
