import { relative } from 'node:path';

const isSuite = ({ details }) => details?.type === 'suite';
const place = ({ file, line }) => (file ? `${relative(process.cwd(), file)}${line ? `:${line}` : ''}` : '');

/** What a failure has to say: the test's own error, with its stack, not the runner's wrapping. */
function account(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause?.message ?? cause);
}

/** Failures whole, passes as a sum, and what the tests printed themselves. */
export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if ((type !== 'test:pass' && type !== 'test:fail') || isSuite(data)) continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else if (data.details.error?.failureType === 'subtestsFailed') continue;
    else {
      counts.failed += 1;
      yield `\nFAIL ${data.name}\n     ${place(data)}\n${account(data.details.error)}\n`;
    }
  }
  yield `Deskbell tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}
