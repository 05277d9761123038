import { stripVTControlCharacters } from 'node:util';

const SUMMARY = /^Deskbell tests: (\d+) passed, (\d+) failed, (\d+) skipped$/gm;

/**
 * Reads what our reporters print last. A run that ended badly without a failed test, or without a summary, counts as one failure.
 * What moves the cursor is no part of a line: a runner clears lines of its own before ours.
 * @param {{ code: number, output: string }} run
 */
export function tally({ code, output }) {
  const found = [...stripVTControlCharacters(output).matchAll(SUMMARY)].at(-1);
  if (!found) return { passed: 0, failed: 1, skipped: 0 };
  const [passed, failed, skipped] = found.slice(1).map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

/** Adds up stages. */
export const add = (stages) =>
  stages.reduce(
    (sum, { passed, failed, skipped = 0 }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The line that everything closes with. */
export const closing = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Whether it is worth an exit code of 0: nothing failed, and something ran. */
export const isWell = ({ passed, failed }) => failed === 0 && passed > 0;
