import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { Deflate } from './deflate.js';
import { BrokenStream, Inflate } from './inflate.js';

const MOST = 1 << 20;
/** Bytes that repeat themselves now and then, as a stream of changes does. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.uint8Array({ minLength: 20_000, maxLength: 70_000, max: 7 }),
  fc
    .tuple(fc.uint8Array({ maxLength: 40 }), fc.nat(2_000))
    .map(([part, times]) => Uint8Array.from({ length: part.length * times }, (_, at) => part[at % part.length] ?? 0)),
);
const frames = fc.array(bytes, { maxLength: 12 });

test('COB 5 what is deflated frame by frame comes out frame by frame', () => {
  fc.assert(
    fc.property(frames, (list) => {
      const deflate = new Deflate();
      const inflate = new Inflate(MOST);
      for (const frame of list) {
        const packed = deflate.frame(frame);
        assert.deepEqual(Buffer.from(inflate.frame(packed)), Buffer.from(frame));
      }
    }),
    { numRuns: 60 },
  );
});

test('COB 5 what any other deflater wrote is read as well, with the codes of the standard', () => {
  fc.assert(
    fc.property(bytes, fc.boolean(), (frame, isFixed) => {
      const packed = deflateRawSync(frame, isFixed ? { strategy: constants.Z_FIXED } : {});
      assert.deepEqual(Buffer.from(new Inflate(MOST).frame(packed)), Buffer.from(frame));
    }),
    { numRuns: 60 },
  );
});

test('COB 5 small frames that say much the same cost little: their codes are known', () => {
  const deflate = new Deflate();
  let seed = 7;
  const chance = (most: number) => (seed = (seed * 1_664_525 + 1_013_904_223) >>> 0) % most;
  const rows = () => Buffer.from(Array.from({ length: 20 }, () => `${String(chance(90_000) / 100)};`).join(''));
  const sizes = Array.from({ length: 60 }, () => deflate.frame(rows()).length);
  // Twenty numbers of 90,000 are 41 bytes of information.
  assert.ok(Math.max(...sizes.slice(20)) < 75, sizes.join());
});

test('COB 5 frames that were forged or cut are told as broken, whatever is in them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (forged) => {
      const inflate = new Inflate(10_000);
      try {
        assert.ok(inflate.frame(forged).length <= 10_000);
      } catch (error) {
        assert.ok(error instanceof BrokenStream);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('COB 5 a frame that would inflate to more than is allowed is told as broken', () => {
  const bomb = new Deflate().frame(new Uint8Array(200_000));

  assert.ok(bomb.length < 2_000);
  assert.throws(() => new Inflate(100_000).frame(bomb), BrokenStream);
});
