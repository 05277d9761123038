import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSES, closeName, type CloseName } from './closes.js';
import { REFUSAL_HELP, detailOf } from './refusal-help.js';
import { REFUSALS, RelayError } from './refusals.js';

test('every close has a code of its own, and the code leads back to the name', () => {
  const names = Object.keys(CLOSES) as CloseName[];
  assert.equal(new Set(names.map((name) => CLOSES[name].code)).size, names.length);
  for (const name of names) assert.equal(closeName(CLOSES[name].code), name);
  assert.equal(closeName(1006), undefined);
});

test('every refusal says what to do, with a status of HTTP that means a refusal', () => {
  for (const [code, { status }] of Object.entries(REFUSALS)) assert.ok(status >= 400 && status < 600, code);
  for (const says of Object.values(REFUSAL_HELP)) assert.match(says, /\.$/);
});

test('a refusal tells what was wrong this time, or else what its code means', () => {
  assert.equal(detailOf(new RelayError('taken')), REFUSAL_HELP.taken);
  assert.equal(detailOf(new RelayError('taken', 'Ben was quicker')), 'Ben was quicker');
});
