import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { tool } from './run.mjs';
import { checkStrings } from './strings.mjs';
import { closing, isWell } from './tally.mjs';

const packages = () => readdirSync('packages').filter((name) => existsSync(`packages/${name}/dist`));

/** One after the other; each is told of when it is done. */
async function inTurn(steps) {
  const results = [];
  for (const next of steps) results.push(await next());
  return results;
}

/** Everything that can be said without running the product; the linter, which takes as long as all the others, beside them. Resolves with the counts. Expects a build. */
export async function check() {
  const results = await Promise.all([
    inTurn([() => tool('lint', 'eslint', ['--max-warnings', '0', '.'])]),
    inTurn([
      () => tool('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
      () => tool('types', 'tsc', ['-p', 'tsconfig.json']),
      () => tool('dead code', 'knip', ['--no-progress', '--no-config-hints']),
      () => tool('sizes', 'size-limit', []),
      checkStrings,
      ...packages().flatMap((room) => [
        () => tool(`package ${room}`, 'publint', ['--strict', `packages/${room}`]),
        () => tool(`types of package ${room}`, 'attw', ['--pack', `packages/${room}`, '--profile', 'esm-only']),
      ]),
    ]),
  ]);
  const well = results.flat();
  return { passed: well.filter(Boolean).length, failed: well.filter((isWellDone) => !isWellDone).length, skipped: 0 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = (await build()) ? await check() : { passed: 0, failed: 1, skipped: 0 };
  console.log(closing(counts));
  process.exitCode = isWell(counts) ? 0 : 1;
}
