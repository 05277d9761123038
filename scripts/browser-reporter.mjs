import { relative } from 'node:path';

const testsOf = (suite) =>
  suite
    ? [...suite.tests, ...suite.suites.flatMap((inner) => testsOf(inner).map((test) => ({ ...test, name: `${inner.name} ${test.name}` })))]
    : [];

const account = ({ message = '', stack = '', expected, actual }) =>
  [message, stack, expected === undefined ? '' : `expected ${expected}\nactual   ${actual}`].filter(Boolean).join('\n');

/** What went wrong in a session that is no test's failure: a file that does not load, a page that does not answer. */
const troubles = ({ errors, request404s }) => [...errors.map(account), ...[...request404s].map((path) => `not found: ${path}`)];

/** Failures whole, passes as a sum. */
export const browserReporter = () => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      const file = relative(process.cwd(), session.testFile);
      const tests = testsOf(session.testResults);
      const failed = tests.filter(({ passed, skipped }) => !passed && !skipped);
      for (const { name, error } of failed) console.log(`\nFAIL ${name}\n     ${file}\n${account(error ?? {})}`);
      const wrong = troubles(session);
      if (!session.passed && failed.length === 0) console.log(`\nFAIL ${file}\n${wrong.join('\n') || 'It ended without a result.'}`);
      counts.passed += tests.filter(({ passed, skipped }) => passed && !skipped).length;
      counts.skipped += tests.filter(({ skipped }) => skipped).length;
      counts.failed += session.passed ? 0 : Math.max(1, failed.length);
    }
    console.log(`Deskbell tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  },
});
