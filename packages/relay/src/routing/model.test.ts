import { test } from 'node:test';
import * as fc from 'fast-check';
import { Centre } from './testing/centre.js';
import { days, type Step } from './testing/steps.js';

const DAYS = Number(process.env.DESKBELL_DAYS ?? 15);
// The same days each time, so that a failure is the change's. The first once went wrong.
const SEED = Number(process.env.DESKBELL_SEED ?? 1_568_910_602);

/** Days that once went wrong, as they were printed. */
const ONCE_WRONG: [Step[]][] = [];

test('TRY 4, STA 5, STA 7, RTG 2, RTG 3, TRF, SNZ 3, END: whatever happens, every conversation is somewhere, and nobody has more than they may', async () => {
  await fc.assert(
    fc.asyncProperty(days, async (steps) => {
      const centre = await Centre.open();
      try {
        for (const step of steps) await centre.perform(step);
      } finally {
        await centre.close();
      }
    }),
    // To make a day that goes wrong as short as can be takes minutes: take `endOnFailure` away to have it.
    { numRuns: DAYS, seed: SEED, examples: ONCE_WRONG, includeErrorInReport: true, endOnFailure: true },
  );
});
