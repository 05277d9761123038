import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id } from '@deskbell/protocol/text.js';
import { validate, version } from 'uuid';
import * as v from 'valibot';
import { newId } from './ids.js';

test('every id is a UUID of version 7 of this moment', () => {
  const before = Date.now();
  const made = newId();
  assert.ok(validate(made) && version(made) === 7 && v.is(id, made), made);
  const moment = Number.parseInt(made.slice(0, 8) + made.slice(9, 13), 16);
  assert.ok(moment >= before);
});

test('ids sort in the order in which they were made, and none comes twice', () => {
  const made = Array.from({ length: 5_000 }, () => newId());
  assert.deepEqual(made.toSorted(), made);
  assert.equal(new Set(made).size, made.length);
});

test('a clock that is set back does not put newer ids before older ones', () => {
  const before = newId();
  assert.ok(newId(Date.now() - 3_600_000) > before);
});
