import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Attempts } from './attempts.js';

/** Counts every attempt that is due; says when, and how. */
function tried(wasLive: boolean, until: number): [number, string][] {
  const attempts = new Attempts(0);
  const found: [number, string][] = [];
  if (wasLive) attempts.count(0);
  for (let now = 0; now < until; now += 50) {
    const next = attempts.next(now, wasLive);
    if (!next) continue;
    attempts.count(now);
    found.push([now, next]);
  }
  return found;
}

test('VOX 3 what was lost is tried again soon, over a new way to the relay too, and then ever more slowly', () => {
  const all = tried(true, 60_000);
  const [first, second] = all;
  assert.deepEqual([first?.[1], second?.[1]], ['anew', 'again']);
  assert.ok(first![0] <= 1_000);
  const waits = all.slice(1).map(([at], index) => at - all[index]![0]);
  assert.ok(waits.every((wait, index) => index === 0 || wait >= waits[index - 1]!));
  assert.ok(waits.at(-1)! <= 8_100);
});

test('VOX 3 who never came is not hurried', () => {
  assert.ok(tried(false, 60_000)[0]![0] >= 1_500);
});

test('VOX 3 after some attempts another connection is made, and not before; what came back begins anew', () => {
  const attempts = new Attempts(0);
  for (let count = 0; count < 2; count += 1) attempts.count(0);
  assert.equal(attempts.areMany, false);
  attempts.count(0);
  assert.equal(attempts.areMany, true);
  attempts.begin(0);
  assert.equal(attempts.areMany, false);
});
