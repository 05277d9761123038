import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Doubts, EVERYWHERE } from './doubts.js';

test('what was told is in doubt till the bus has answered what was asked after it', () => {
  const doubts = new Doubts();
  doubts.add('a', 10);
  doubts.ask();
  doubts.add('b', 5);
  assert.equal(doubts.bytes, 15);
  doubts.settle();
  assert.equal(doubts.bytes, 5);
  assert.deepEqual(doubts.take(), ['b']);
  assert.deepEqual([doubts.take(), doubts.bytes], [[], 0]);
});

test('what was asked without an answer stays in doubt, each topic once', () => {
  const doubts = new Doubts();
  doubts.add('a', 1);
  doubts.ask();
  doubts.add('a', 1);
  doubts.ask();
  doubts.add('b', 1);
  assert.deepEqual(doubts.take(), ['a', 'b']);
});

test('too many topics to remember are all topics', () => {
  const doubts = new Doubts();
  for (let index = 0; index <= 10_000; index += 1) doubts.add(String(index), 1);
  doubts.ask();
  doubts.add('one more', 1);
  assert.deepEqual(doubts.take(), [EVERYWHERE]);
  doubts.add('a', 1);
  assert.deepEqual(doubts.take(), ['a']);
});
