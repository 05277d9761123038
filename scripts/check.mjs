import { readdirSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tool } from './run.mjs';

const published = () => readdirSync('packages').filter((room) => existsSync(`packages/${room}/dist`));

/** Everything that can be said without running the product. Returns how many checks passed and failed. Expects a build. */
export async function check() {
  const results = [
    await tool('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
    await tool('lint', 'eslint', ['--max-warnings', '0', '.']),
    await tool('types', 'tsc', ['-p', 'tsconfig.json']),
    await tool('dead code', 'knip', []),
    await tool('sizes', 'size-limit', []),
    await tool('translations', 'lit-localize', ['build']),
  ];
  for (const room of published()) {
    results.push(await tool(`package ${room}`, 'publint', ['--strict', `packages/${room}`]));
    results.push(await tool(`types of package ${room}`, 'attw', ['--pack', `packages/${room}`, '--profile', 'esm-only', '--quiet']));
  }
  return { passed: results.filter(Boolean).length, failed: results.filter((result) => !result).length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
