import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText } from '@deskbell/protocol/text.js';
import * as fc from 'fast-check';
import { CleanStream } from './clean-stream.js';

const through = (pieces: readonly string[], limit = 10_000): string => {
  const clean = new CleanStream(limit);
  return pieces.map((piece) => clean.take(piece)).join('');
};

test('W6 in whatever pieces it comes, it reads as if it had been cleaned whole', () => {
  const sign = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\u0000',
    '\u001b',
    '\u0085',
    '\u00a0',
    '😀',
    '\ud83d',
    '\ude00',
    '<b>',
    'é',
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.array(sign, { maxLength: 6 }).map((signs) => signs.join('')),
        { maxLength: 12 },
      ),
      (pieces) => {
        // Half a pair at the very end waits for its other half, which never comes.
        const whole = cleanText(pieces.join('').replace(/[\ud800-\udbff]$/, ''));
        assert.equal(through(pieces), whole);
      },
    ),
    { numRuns: 500 },
  );
});

test('W6 it ends at its length, never between the halves of a pair', () => {
  assert.equal(through(['ab', 'cd', 'ef'], 3), 'abc');
  assert.equal(through(['ab😀😀'], 3), 'ab');
  const clean = new CleanStream(2);
  assert.deepEqual([clean.take('a'), clean.isFull, clean.take('😀'), clean.isFull, clean.take('b')], ['a', false, '', true, '']);
});
