import { existsSync, readdirSync } from 'node:fs';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { needChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { run } from './run.mjs';
import { add, tallyNode } from './tally.mjs';

const files = (folder, isWanted) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isWanted(entry.name) && !entry.parentPath.includes('node_modules'))
        .map((entry) => `${entry.parentPath}/${entry.name}`)
        .sort()
    : [];

const isNodeTest = (name) => name.endsWith('.test.ts') && !name.endsWith('.browser.test.ts');

/** Tests that run in Node; a stage that ends badly without a failed test counts as one. */
async function node(tests, concurrency) {
  const args = [
    '--import',
    'tsx',
    '--conditions=deskbell-source',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-reporter=spec',
    '--test-timeout=240000',
    ...tests,
  ];
  const { code, output } = await run(process.execPath, args);
  const tally = tallyNode(output);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Tests that run in the browser. */
async function browser() {
  const { code, output } = await run(process.execPath, ['node_modules/.bin/wtr']);
  const tests = [...output.matchAll(/^Deskbell browser tests: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  if (!tests) return { passed: 0, failed: 1, skipped: 0 };
  const tally = { passed: Number(tests[1]), failed: Number(tests[2]), skipped: Number(tests[3]) };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

async function stage(title, work) {
  const start = performance.now();
  console.log(`\n== ${title}`);
  const counts = await work();
  console.log(`== ${title}: ${counts.passed} passed, ${counts.failed} failed in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return counts;
}

async function everything() {
  install();
  needChromium();
  if (!(await build())) return { passed: 0, failed: 1, skipped: 0 };
  const heads = ['protocol', 'client', 'relay'].flatMap((room) => files(`packages/${room}/src`, isNodeTest));
  return add([
    await stage('checks', check),
    await stage('protocol, client and relay', () => node(heads, 2)),
    await stage('elements', browser),
    await stage('people at work', () => node(files('e2e', isNodeTest), 1)),
  ]);
}

try {
  const { passed, failed, skipped } = await everything();
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed === 0 && passed > 0 && !(process.env.CI && skipped > 0) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
