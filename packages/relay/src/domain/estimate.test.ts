import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { HALF_LIFE, estimateWait, paceOf, type QueueExit } from './estimate.js';

const NOW = 1_000_000_000;
const MINUTE = 60_000;

/** Exits under load, the newest now, with these gaps before each. */
function busy(gaps: readonly number[], agents = 1): QueueExit[] {
  let at = NOW;
  return gaps.map((gap) => {
    const exit = { at, waited: gap + MINUTE, agents };
    at -= gap;
    return exit;
  });
}

const estimate = (place: number, exits: readonly QueueExit[], agents: number, now: number) =>
  estimateWait(place, paceOf(exits, agents, now));

function known(place: number, exits: readonly QueueExit[], agents = 1, now = NOW) {
  const found = estimate(place, exits, agents, now);
  if (found.sure === 'unknown') throw new Error('the estimate is unknown');
  return found;
}

const exit: fc.Arbitrary<QueueExit> = fc.record({
  at: fc.integer({ min: NOW - 90 * MINUTE, max: NOW }),
  waited: fc.nat(30 * MINUTE),
  agents: fc.integer({ min: 1, max: 9 }),
});
const history = fc.array(exit, { maxLength: 80 });
const busyHistory = fc.array(fc.integer({ min: 1_000, max: 3 * MINUTE }), { minLength: 30, maxLength: 80 });

test('E1 a queue that moves once a minute: as many minutes as the place says', () => {
  const exits = busy(Array.from({ length: 31 }, () => MINUTE));
  for (const place of [1, 2, 7, 40]) {
    const { sure, expected, low, high } = known(place, exits);
    assert.equal(sure, 'sure');
    for (const value of [expected, low, high]) assert.ok(Math.abs(value - place * MINUTE) < 1);
  }
});

test('E1 twice the agents, half the wait', () => {
  fc.assert(
    fc.property(busyHistory, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20 }), (gaps, place, agents) => {
      const [few, many] = [known(place, busy(gaps, 3), agents), known(place, busy(gaps, 3), 2 * agents)];
      assert.ok(Math.abs(few.expected - 2 * many.expected) < 1e-3 && Math.abs(few.high - 2 * many.high) < 1e-3);
    }),
  );
});

test('E2 gaps in which nobody waited do not count', () => {
  const rush = busy(Array.from({ length: 20 }, () => MINUTE));
  const first = rush.at(-1)!.at;
  // Before the rush customers came every ten minutes, and were taken after two seconds.
  const quiet = Array.from({ length: 10 }, (_, index) => ({ at: first - (index + 1) * 10 * MINUTE, waited: 2_000, agents: 1 }));
  assert.deepEqual(estimate(3, [...quiet, ...rush], 1, NOW), estimate(3, rush, 1, NOW));
});

test('E3 what is older counts less: the newer half decides', () => {
  const [slow, fast] = [Array.from({ length: 20 }, () => 4 * MINUTE), Array.from({ length: 20 }, () => MINUTE)];
  assert.ok(Math.abs(known(1, busy([...fast, ...slow])).expected - MINUTE) < 1);
  assert.ok(known(1, busy([...slow, ...fast])).expected > 3.9 * MINUTE);
});

test('E3 a history that is long past tells nothing', () => {
  const exits = busy(Array.from({ length: 40 }, () => MINUTE));
  assert.equal(estimate(1, exits, 1, NOW).sure, 'sure');
  assert.equal(estimate(1, exits, 1, NOW + 2 * HALF_LIFE).sure, 'rough');
  assert.equal(estimate(1, exits, 1, NOW + 8 * HALF_LIFE).sure, 'unknown');
});

test('E4 the later the place, the longer: expected, low and high, and low <= expected <= high', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        history,
        busyHistory.map((gaps) => busy(gaps)),
      ),
      fc.integer({ min: 1, max: 9 }),
      (exits, agents) => {
        const pace = paceOf(exits, agents, NOW);
        let before = { low: 0, expected: 0, high: 0 };
        for (let place = 1; place <= 60; place += 1) {
          const found = estimateWait(place, pace);
          if (found.sure === 'unknown') return;
          const { low, expected, high } = found;
          assert.ok(0 <= low && low <= expected && expected <= high && Number.isFinite(high));
          assert.ok(low >= before.low && expected >= before.expected && high >= before.high, `place ${place}`);
          before = found;
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('E4 one that is far out does not move the estimate out of what the others did', () => {
  const others = fc
    .integer({ min: 5, max: 40 })
    .chain((length) => fc.array(fc.integer({ min: 50_000, max: 70_000 }), { minLength: length, maxLength: length }));
  fc.assert(
    fc.property(others, fc.nat(40), fc.constantFrom(0, 20 * MINUTE), (gaps, at, far) => {
      const { expected } = known(1, busy(gaps.toSpliced(at, 0, far)));
      assert.ok(expected >= 50_000 && expected <= 70_000, String(expected));
    }),
    { numRuns: 1_000 },
  );
});

test('E4 the night between two shifts does not lengthen the wait in the morning', () => {
  const evening = busy(Array.from({ length: 40 }, () => MINUTE)).map((one) => ({ ...one, at: one.at - 10 * 60 * MINUTE }));
  const morning = [10 * 60 * MINUTE - 4 * MINUTE, MINUTE, MINUTE, MINUTE, MINUTE].toReversed();
  assert.ok(Math.abs(known(1, [...evening, ...busy(morning)]).expected - MINUTE) < 1);
});

test('E5 unknown without agents, and with too little; rough from waits alone', () => {
  const rush = busy(Array.from({ length: 40 }, () => MINUTE));
  assert.deepEqual(estimate(1, rush, 0, NOW), { sure: 'unknown' });
  assert.deepEqual(estimate(1, [], 5, NOW), { sure: 'unknown' });
  assert.deepEqual(estimate(1, rush.slice(0, 2), 1, NOW), { sure: 'unknown' });
  assert.equal(estimate(1, rush.slice(0, 8), 1, NOW).sure, 'rough');
  const quiet = Array.from({ length: 9 }, (_, index) => ({ at: NOW - index * 2 * MINUTE, waited: (index + 1) * 1_000, agents: 2 }));
  const { sure, expected } = known(1, quiet, 4);
  assert.equal(sure, 'rough');
  assert.ok(expected >= 4_000 && expected <= 5_000);
});

test('E6 the order of the history, and what lies in the future, change nothing', () => {
  fc.assert(
    fc.property(
      history.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      fc.array(exit, { maxLength: 5 }),
      ([rows, shuffled], later) => {
        const future = later.map((one) => ({ ...one, at: NOW + 1 + one.waited }));
        assert.deepEqual(estimate(4, rows, 2, NOW), estimate(4, [...future, ...shuffled], 2, NOW));
      },
    ),
  );
});

/** A stretch of a queue under load, as chance has it: exponential gaps between exits, from a generator with a fixed start. */
function randomGaps(seed: number, count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return -Math.log((state + 1) / 2 ** 32) * MINUTE;
  });
}

test('E4 in a queue with scattered handle times about four of five really wait between low and high', () => {
  for (const place of [1, 4, 12]) {
    const wrong = { shorter: 0, longer: 0 };
    for (let round = 0; round < 1_000; round += 1) {
      const gaps = randomGaps(round * 7_919 + place, 60 + place);
      const { low, high } = known(place, busy(gaps.slice(place)));
      const real = gaps.slice(0, place).reduce((sum, gap) => sum + gap, 0);
      if (real < low) wrong.shorter += 1;
      if (real > high) wrong.longer += 1;
    }
    // Too seldom outside would be bounds that say nothing.
    for (const [side, count] of Object.entries(wrong)) assert.ok(count > 40 && count < 220, `place ${place}: ${count} of 1,000 ${side}`);
  }
});
