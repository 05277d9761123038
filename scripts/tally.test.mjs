import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, closing, isWell, tally } from './tally.mjs';

const output = (passed, failed, skipped) => `something\nDeskbell tests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`;

test('a run counts what its reporter says', () => {
  assert.deepEqual(tally({ code: 0, output: output(12, 0, 1) }), { passed: 12, failed: 0, skipped: 1 });
  assert.deepEqual(tally({ code: 1, output: output(12, 3, 0) }), { passed: 12, failed: 3, skipped: 0 });
});

test('what a runner clears from the screen does not hide the sum', () => {
  assert.deepEqual(tally({ code: 0, output: '\n\n\u001b[2K\u001b[1A\u001b[2K\u001b[GDeskbell tests: 12 passed, 0 failed, 0 skipped\n' }), {
    passed: 12,
    failed: 0,
    skipped: 0,
  });
});

test('a run that ends badly is a failure, whatever it counted', () => {
  assert.deepEqual(tally({ code: 1, output: output(12, 0, 0) }), { passed: 12, failed: 1, skipped: 0 });
  assert.deepEqual(tally({ code: 1, output: 'no such file' }), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(tally({ code: 0, output: '' }), { passed: 0, failed: 1, skipped: 0 });
});

test('the closing line adds up the stages, and names what was skipped only when something was', () => {
  const both = add([
    { passed: 2, failed: 0 },
    { passed: 3, failed: 1, skipped: 4 },
  ]);
  assert.equal(closing(both), '5 passed, 1 failed, 4 skipped');
  assert.equal(closing(add([{ passed: 2, failed: 0 }])), '2 passed, 0 failed');
});

test('nothing that ran is not well', () => {
  assert.equal(isWell(add([])), false);
  assert.equal(isWell(add([{ passed: 1, failed: 1 }])), false);
  assert.equal(isWell(add([{ passed: 1, failed: 0 }])), true);
});
