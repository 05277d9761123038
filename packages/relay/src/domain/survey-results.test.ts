import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultsOf, type Scored } from './survey-results.js';

const ana = { id: 'ana', name: 'Ana' };
const scored = (score: number, count: number, more: Partial<Scored> = {}): Scored => ({
  kind: 'stars',
  of: null,
  since: null,
  score,
  count,
  ...more,
});

test('SUR 3 SV10 an average stands beside its count, and every score beside how often it was given', () => {
  assert.deepEqual(resultsOf([scored(3, 1), scored(4, 1), scored(5, 1), scored(1, 3)]), [
    { kind: 'stars', of: null, since: null, count: 6, average: 2.5, nps: null, distribution: { 1: 3, 2: 0, 3: 1, 4: 1, 5: 1 } },
  ]);
  assert.equal(resultsOf([scored(5, 2), scored(4, 1)])[0]?.average, 4.67);
});

test('SUR 3 SV10 the net promoter score is promoters less detractors, of all, and zero is no minus zero', () => {
  const nps = (...scores: readonly (readonly [number, number])[]) =>
    resultsOf(scores.map(([score, count]) => scored(score, count, { kind: 'nps' })))[0]?.nps;
  assert.equal(nps([10, 1], [9, 1], [8, 1], [7, 1], [6, 1], [0, 1]), 0);
  assert.equal(nps([9, 1], [8, 2]), 33.3);
  assert.equal(nps([6, 3]), -100);
  assert.ok(Object.is(nps([8, 1]), 0));
});

test('SUR 2 SV10 groups, stretches of time and kinds stand apart, what belongs to nobody too', () => {
  const list = resultsOf([
    scored(5, 1, { of: ana, since: '2026-11-16' }),
    scored(1, 1, { of: ana, since: '2026-11-16' }),
    scored(2, 1, { of: null, since: '2026-11-16' }),
    scored(9, 1, { of: ana, since: '2026-11-16', kind: 'nps' }),
    scored(4, 1, { of: ana, since: '2026-11-23' }),
  ]);
  assert.deepEqual(
    list.map(({ of, since, kind, count, average }) => [of?.id ?? null, since, kind, count, average]),
    [
      ['ana', '2026-11-16', 'stars', 2, 3],
      [null, '2026-11-16', 'stars', 1, 2],
      ['ana', '2026-11-16', 'nps', 1, 9],
      ['ana', '2026-11-23', 'stars', 1, 4],
    ],
  );
});
