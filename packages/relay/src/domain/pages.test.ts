import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { LogEvent } from '@deskbell/protocol/events.js';
import { newestThatFit } from './pages.js';

const message = (seq: number, length: number): LogEvent => ({
  type: 'message.sent',
  conversation: 'c',
  seq,
  id: String(seq),
  at: 0,
  by: { id: 'a', name: '', role: 'customer' },
  text: 'x'.repeat(length),
});

test('a page is contiguous, ends with the newest event, and fits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 60 }), (lengths) => {
      const events = lengths.map((length, index) => message(index + 1, length));
      const page = newestThatFit(events, 20_000);
      assert.deepEqual(page, events.slice(events.length - page.length));
      assert.ok(page.length >= 1);
      const size = page.reduce((sum, event) => sum + (event as { text: string }).text.length + 300, 0);
      assert.ok(page.length === 1 || size <= 20_000);
    }),
  );
});

test('an empty page stays empty', () => {
  assert.deepEqual(newestThatFit([]), []);
});
