import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { needChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { needNatsServer } from './nats-server.mjs';
import { needTurnServer } from './turn-server.mjs';
import { run, seconds, tool } from './run.mjs';
import { add, closing, isWell, tally } from './tally.mjs';

// What `npm test` does. Only modules of Node are imported before the installation, so that it works on a fresh clone.

const NONE = { passed: 0, failed: 0, skipped: 0 };

const files = (folder, isWanted) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && isWanted(entry.name) && !entry.parentPath.includes('node_modules'))
        .map((entry) => `${entry.parentPath}/${entry.name}`)
        .sort()
    : [];

const SOURCES = ['--import', 'tsx', '--conditions=deskbell-source'];

const isForNode = (name) => /\.test\.(ts|mjs)$/.test(name) && !name.endsWith('.browser.test.ts');

/** Tests that run in Node, named file by file: Node 20 knows no patterns. */
async function inNode(tests, concurrency, minutes = 4) {
  if (tests.length === 0) return NONE;
  const args = [...SOURCES, '--test', `--test-timeout=${minutes * 60_000}`, `--test-concurrency=${concurrency}`];
  return tally(await run(process.execPath, [...args, '--test-reporter=./scripts/node-reporter.mjs', ...tests]));
}

/** Lets all tests in it have their databases on one server: starting one for each file took longer than most files. */
async function withDatabases(work) {
  const server = fork('packages/relay/src/testing/serve-databases.ts', { execArgv: SOURCES });
  const ended = once(server, 'exit');
  try {
    const [address] = await Promise.race([
      once(server, 'message'),
      ended.then(() => Promise.reject(new Error('The database of the tests did not start.'))),
    ]);
    process.env.DESKBELL_TEST_DATABASES = JSON.stringify(address);
    return await work();
  } finally {
    delete process.env.DESKBELL_TEST_DATABASES;
    if (server.connected) server.disconnect();
    await ended;
  }
}

async function inStories() {
  const isBuilt = await tool('storybook', 'storybook', ['build', '--quiet']);
  return isBuilt ? inNode(files('stories', isForNode), 2, 15) : { ...NONE, failed: 1 };
}

const inBrowser = async () => tally(await run(process.execPath, ['node_modules/.bin/wtr']));

async function stage(title, work) {
  const start = performance.now();
  console.log(`\n== ${title}`);
  const counts = await work();
  console.log(`== ${title}: ${closing(counts)} in ${seconds(start)}`);
  return counts;
}

const builds = async () => ((await build()) ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 });

async function everything() {
  install();
  console.log(`Chromium: ${needChromium()}`);
  console.log(`NATS: ${needNatsServer()}`);
  console.log(`TURN: ${needTurnServer()}`);
  const built = await stage('build', builds);
  if (!isWell(built)) return built;
  const heads = [
    'eslint',
    'scripts',
    ...['protocol', 'client', 'calls', 'cobrowse', 'relay'].map((room) => `packages/${room}/src`),
    'demo',
    'bench',
  ];
  return add([
    built,
    await stage('checks', check),
    await stage('language, mind and switchboard', () =>
      withDatabases(() =>
        inNode(
          heads.flatMap((folder) => files(folder, isForNode)),
          2,
        ),
      ),
    ),
    await stage('elements', inBrowser),
    await stage('stories', inStories),
    await stage('people at work', () => inNode(files('e2e', isForNode), 2)),
  ]);
}

try {
  const start = performance.now();
  const counts = await everything();
  console.log(`\nAll in ${seconds(start)}.\n${closing(counts)}`);
  process.exitCode = isWell(counts) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
