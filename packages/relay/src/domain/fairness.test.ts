import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { match } from './matching.js';
import type { Waiting } from './matching-rows.js';
import { drawCentre, liveThrough, type Centre } from './testing/overtakings.js';

/** A centre drawn by a seed. */
function centreOf(seed: number, customers: number, staff: number): Centre {
  const numbers = fc.sample(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { numRuns: 8 * customers, seed });
  return drawCentre(customers, staff, (limit) => Math.floor((numbers.pop() ?? 0) * limit));
}

test('RTG 2 M1 of 10,000 customers of a day nobody is overtaken by a later one of the same priority, queue and skills', () => {
  // Fewer end than come, so that there is a line most of the day.
  const day = liveThrough(centreOf(7, 10_000, 100), 250, 20);
  assert.deepEqual(day, { customers: 10_000, offered: 10_000, overtakings: 0 });
});

test('RTG 2 M1 nor where 10,000 come at once, and only some can be served', () => {
  const { customers, agents } = centreOf(8, 10_000, 100);
  const atOnce = customers.map((customer) => ({ ...customer, since: customer.since % 3, refusedBy: new Map<string, number>() }));
  const day = liveThrough({ customers: atOnce, agents }, 1, 50);
  assert.deepEqual(day, { customers: 10_000, offered: 10_000, overtakings: 0 });
});

test('RTG 2 M1 who goes by the id alone overtakes, and is found out', () => {
  const late = (row: Waiting): Waiting => ({ ...row, since: 0 });
  const byId: typeof match = (waiting, agents, now) => match(waiting.map(late), agents, now);
  assert.ok(liveThrough(centreOf(7, 2_000, 20), 250, 10, byId).overtakings > 100);
});
