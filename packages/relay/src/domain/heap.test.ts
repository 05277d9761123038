import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Heap } from './heap.js';

test('M4 a heap gives the least first, with pushes and pops in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer()), { maxLength: 200 }), (steps) => {
      const heap = new Heap<number>((one, other) => one < other);
      const sorted: number[] = [];
      for (const step of steps) {
        if (step === null) assert.equal(heap.pop(), sorted.shift());
        else {
          heap.push(step);
          sorted.push(step);
          sorted.sort((one, other) => one - other);
        }
      }
      for (const least of sorted) assert.equal(heap.pop(), least);
      assert.equal(heap.pop(), undefined);
    }),
  );
});

test('M4 a heap stays in order when the least item gets greater where it is', () => {
  const items = fc.array(fc.record({ value: fc.nat(100) }), { minLength: 1, maxLength: 100 });
  fc.assert(
    fc.property(items, fc.array(fc.nat(60), { maxLength: 50 }), (all, growths) => {
      const heap = new Heap<{ value: number }>((one, other) => one.value < other.value);
      for (const item of all) heap.push(item);
      for (const growth of growths) {
        const least = heap.peek()!;
        assert.equal(least.value, Math.min(...all.map(({ value }) => value)));
        least.value += growth;
        heap.settle();
      }
      const left = all.map(({ value }) => value).sort((one, other) => one - other);
      assert.deepEqual(
        left.map(() => heap.pop()!.value),
        left,
      );
    }),
  );
});
