import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Author } from './people.js';
import { stacksOf, stacksOn, type Stackable } from './stacking.js';

const ana: Author = { id: 'ana', name: 'Ana', role: 'agent' };
const cleo: Author = { id: 'cleo', name: 'Cleo', role: 'customer' };
const at = (time: string, by = ana): Stackable => ({ at: Date.parse(`2026-11-21T${time}Z`), by });

test('DLV 4 messages of one sender within one clock minute share a time stamp, the next minute starts a new stack', () => {
  const messages = [at('11:30:24'), at('11:30:36'), at('11:30:45'), at('11:31:08')];
  assert.deepEqual(stacksOf(messages), [messages.slice(0, 3), messages.slice(3)]);
});

test('DLV 4 a message by the other side starts a new stack, and so does the one after it', () => {
  const messages = [at('11:30:01'), at('11:30:02', cleo), at('11:30:03')];
  assert.deepEqual(
    stacksOf(messages).map((stack) => stack.length),
    [1, 1, 1],
  );
});

test('DLV 4 it is the clock minute that counts, not sixty seconds', () => {
  assert.equal(stacksOn(at('11:30:59.999'), at('11:31:00.000')), false);
  assert.equal(stacksOn(at('11:30:00.000'), at('11:30:59.999')), true);
});

test('DLV 4 a customer and an agent with the same id are two senders', () => {
  assert.equal(stacksOn(at('11:30:00'), at('11:30:01', { ...ana, role: 'customer' })), false);
});

test('DLV 4 stacks hold every message once, in order, and two neighbours never belong together', () => {
  const message = fc.record({ at: fc.integer({ min: 0, max: 600_000 }), by: fc.constantFrom(ana, cleo) });
  fc.assert(
    fc.property(fc.array(message), (messages) => {
      const stacks = stacksOf(messages);
      assert.deepEqual(stacks.flat(), messages);
      stacks.forEach((stack, index) => {
        const before = stacks[index - 1]?.at(-1);
        assert.ok(stack[0] && (!before || !stacksOn(before, stack[0])));
      });
    }),
  );
});
