import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StandingClock } from '../testing/standing-clock.js';
import { Pieces, type Piece } from './pieces.js';

const piece = (number: number): Piece => ({ take: 'a', number, from: 0, until: 0, at: 0, bytes: new Blob(), gaps: [] });

test('VOX 10 pieces are handed out in order, one that could not be kept again, and none twice', async () => {
  const clock = new StandingClock();
  const kept: number[] = [];
  let isReached = false;
  const pieces = new Pieces(({ number }) => {
    if (!isReached) return Promise.reject(new Error('not reached'));
    kept.push(number);
    return Promise.resolve();
  }, clock);
  for (let number = 0; number < 4; number += 1) pieces.add(piece(number));
  let isEmpty = false;
  const emptied = pieces.emptied().then(() => (isEmpty = true));
  await clock.pass(5_000);
  assert.deepEqual([kept, pieces.waiting, isEmpty], [[], 4, false]);
  isReached = true;
  await clock.pass(1_500);
  await emptied;
  assert.deepEqual([kept, pieces.waiting], [[0, 1, 2, 3], 0]);
  await pieces.emptied();
});
