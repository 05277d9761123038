import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FILE_LIMITS, FilesByHand, withFiles } from './files-by-hand.js';

test('files by hand stand in a session where its own would', () => {
  const files = new FilesByHand(FILE_LIMITS);
  assert.equal((withFiles({}, files) as { files?: unknown }).files, files);
});
