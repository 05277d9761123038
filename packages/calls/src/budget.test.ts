import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budget, MOST_STRAIN, qualityOf, Strained, type Measured, type Strain } from './budget.js';

const GOOD: Measured = { loss: 0, roundTrip: 40, jitter: 5, isBusy: false };
const STRAINS: readonly Strain[] = [0, 1, 2, 3, 4];

test('VOX 8 with everyone more each gets less, and all together never more than a line has', () => {
  for (const strain of STRAINS)
    for (let others = 1; others < 5; others += 1) {
      const [now, next] = [budget(others, strain).video, budget(others + 1, strain).video];
      assert.ok(next.bitsPerSecond <= now.bitsPerSecond && next.shrink >= now.shrink && next.framesPerSecond <= now.framesPerSecond);
      assert.ok(now.bitsPerSecond * others <= 2_400_000);
    }
});

test('VOX 8 pictures give way at every step, and a voice at the last alone, when there are none any more', () => {
  for (let others = 1; others <= 5; others += 1) {
    for (const strain of [0, 1, 2, 3] as const) {
      const [now, next] = [budget(others, strain), budget(others, (strain + 1) as Strain)];
      assert.ok(next.video.bitsPerSecond < now.video.bitsPerSecond && next.screen.bitsPerSecond < now.screen.bitsPerSecond);
      assert.ok(now.audio.bitsPerSecond === budget(1, 0).audio.bitsPerSecond);
    }
    const last = budget(others, MOST_STRAIN);
    assert.deepEqual([last.video.bitsPerSecond, last.screen.bitsPerSecond], [0, 0]);
    assert.ok(last.audio.bitsPerSecond > 0);
  }
});

test('VOX 2 a line is good, fair or poor by what people hear of it', () => {
  const cases: [Partial<Measured>, string][] = [
    [{}, 'good'],
    [{ loss: 0.03 }, 'fair'],
    [{ roundTrip: 300 }, 'fair'],
    [{ jitter: 50 }, 'fair'],
    [{ loss: 0.06 }, 'poor'],
    [{ roundTrip: 600 }, 'poor'],
    [{ jitter: 90 }, 'poor'],
    [{ isBusy: true }, 'good'],
  ];
  for (const [change, quality] of cases) assert.equal(qualityOf({ ...GOOD, ...change }), quality, JSON.stringify(change));
});

test('VOX 8 strain grows with each bad look, and falls only after some good ones', () => {
  for (const bad of [
    { ...GOOD, loss: 0.2 },
    { ...GOOD, isBusy: true },
  ]) {
    const strained = new Strained();
    for (const strain of [1, 2, 3, 4]) {
      assert.equal(strained.look(bad), true);
      assert.equal(strained.strain, strain);
    }
    assert.equal(strained.look(bad), false, 'there is no more to give');
    const looks = [GOOD, GOOD, GOOD, { ...GOOD, loss: 0.03 }, GOOD, GOOD, GOOD].map((measured) => strained.look(measured));
    assert.deepEqual(looks, Array(7).fill(false), 'a fair one is not good, nor bad');
    assert.equal(strained.look(GOOD), true);
    assert.equal(strained.strain, 3);
  }
});
