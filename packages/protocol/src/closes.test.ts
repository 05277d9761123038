import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSES, closeName, type CloseName } from './closes.js';
import { REFUSALS } from './refusals.js';

test('every close has a code of its own, and the code leads back to the name', () => {
  const names = Object.keys(CLOSES) as CloseName[];
  assert.equal(new Set(names.map((name) => CLOSES[name].code)).size, names.length);
  for (const name of names) assert.equal(closeName(CLOSES[name].code), name);
  assert.equal(closeName(1006), undefined);
});

test('every refusal says what to do, with a status of HTTP that means a refusal', () => {
  for (const [code, { status, says }] of Object.entries(REFUSALS)) {
    assert.ok(status >= 400 && status < 600, code);
    assert.match(says, /\.$/);
  }
});
