/** Reads the counts off node's own test runner (its spec or TAP summary). */
export function tallyNode(output) {
  const count = (word) =>
    [...output.matchAll(new RegExp(`^(?:#|ℹ) ${word} (\\d+)$`, 'gm'))].reduce((sum, match) => sum + Number(match[1]), 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') };
}

/** Reads the counts off the JSON that the browser tests leave behind. */
export const tallyBrowser = ({ passed, failed, skipped }) => ({ passed, failed, skipped });

export const add = (counts) =>
  counts.reduce(
    (sum, { passed, failed, skipped = 0 }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    {
      passed: 0,
      failed: 0,
      skipped: 0,
    },
  );
