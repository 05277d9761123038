import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { tool } from './run.mjs';
import { checkStrings } from './strings.mjs';
import { closing, isWell } from './tally.mjs';

/** Everything that can be said without running the product, one after the other. Resolves with the counts. Expects a build. */
export async function check() {
  const results = [
    await tool('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
    await tool('lint', 'eslint', ['--max-warnings', '0', '.']),
    await tool('types', 'tsc', ['-p', 'tsconfig.json']),
    await tool('dead code', 'knip', ['--no-progress', '--no-config-hints']),
    await tool('sizes', 'size-limit', []),
    await checkStrings(),
  ];
  for (const room of readdirSync('packages').filter((name) => existsSync(`packages/${name}/dist`))) {
    results.push(await tool(`package ${room}`, 'publint', ['--strict', `packages/${room}`]));
    results.push(await tool(`types of package ${room}`, 'attw', ['--pack', `packages/${room}`, '--profile', 'esm-only']));
  }
  return { passed: results.filter(Boolean).length, failed: results.filter((isWellDone) => !isWellDone).length, skipped: 0 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = (await build()) ? await check() : { passed: 0, failed: 1, skipped: 0 };
  console.log(closing(counts));
  process.exitCode = isWell(counts) ? 0 : 1;
}
