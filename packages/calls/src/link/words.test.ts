import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSends } from './sends.js';
import { readWord, type Word } from './words.js';

const WORDS: readonly Word[] = [
  { type: 'hello', me: 'x', asks: true, hears: false },
  { type: 'offer', to: 'x', of: 'y', turn: 1, sdp: '' },
  { type: 'answer', of: 'y', turn: 1, sdp: '' },
  { type: 'candidate', of: 'y', candidate: {} },
  { type: 'bye', me: 'x' },
];

test('VOX 3 every word is read, and none that lacks something', () => {
  for (const word of WORDS) {
    assert.deepEqual(readWord(JSON.parse(JSON.stringify(word))), word);
    for (const name of Object.keys(word)) {
      const { [name as 'type']: _, ...rest } = word;
      assert.equal(readWord(rest), undefined, name);
      assert.equal(readWord({ ...word, [name]: null }), undefined, name);
    }
  }
});

test('VOX 3 what is no word is none', () => {
  for (const value of [null, undefined, 7, 'hello', [], {}, { type: 'toString' }, { type: '__proto__' }, { type: 'OFFER' }])
    assert.equal(readWord(value), undefined);
});

test('VOX 3 what the other says that they send is taken for true only where it is', () => {
  assert.deepEqual(readSends('{"audio":true,"video":1,"hold":"yes"}'), { audio: true, video: false, screen: false, hold: false });
  for (const text of ['', 'null', '{', undefined]) assert.equal(readSends(text), undefined);
});
