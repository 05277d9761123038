import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { masked } from './signs.js';

test('COB 6 P20 a masked text is as long, keeps its white space, and says neither letters nor digits', () => {
  assert.equal(masked('Ada 12\n\tLovelace!'), '••• ••\n\t•••••••••');
  assert.equal(masked('東京 12'), '＊＊ ••');
  assert.equal(masked('12'), masked('ab'));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const signs = masked(text);
      assert.equal(signs.length, text.length);
      assert.doesNotMatch(signs, /[^•＊\s\p{Cc}\p{Cf}]/u);
      assert.equal(
        signs.replace(/[•＊]/g, '').length,
        (text.match(/[\0-\x20\xa0\xad\u2000-\u200b\u2028\u2029\u202f\u205f\u3000]/g) ?? []).length,
      );
    }),
  );
});
