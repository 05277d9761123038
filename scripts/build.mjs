import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tool } from './run.mjs';

const STAMP = 'node_modules/.cache/deskbell-build';

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs), 0);

const rooms = () => readdirSync('packages').filter((room) => existsSync(`packages/${room}/src`));

/** Whether a source is newer than the build. */
const isStale = () =>
  !existsSync(STAMP) ||
  [...rooms().map((room) => newest(`packages/${room}/src`)), statSync('rollup.config.mjs').mtimeMs].some(
    (time) => time > statSync(STAMP).mtimeMs,
  );

/** Builds every package, both ways, with types and manifests; nothing where the build is newer than the sources. Returns whether it went well. */
export async function build({ always = false } = {}) {
  if (!always && !isStale()) return true;
  for (const room of rooms()) for (const folder of ['dist', 'cdn']) rmSync(`packages/${room}/${folder}`, { recursive: true, force: true });
  if (!(await tool('build (rollup)', 'rollup', ['-c', '--silent']))) return false;
  const types = rooms().map((room) => tool(`types of ${room}`, 'tsc', ['-p', `packages/${room}/tsconfig.build.json`]));
  if ((await Promise.all(types)).includes(false)) return false;
  for (const room of ['parts', 'widget', 'console'].filter((name) => existsSync(`packages/${name}/custom-elements.config.mjs`))) {
    if (!(await tool(`manifest of ${room}`, 'cem', ['analyze', '--config', `packages/${room}/custom-elements.config.mjs`]))) return false;
  }
  cpSync('packages/relay/src/store/migrations', 'packages/relay/dist/store/migrations', { recursive: true });
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync(STAMP, new Date().toISOString());
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await build({ always: true })) ? 0 : 1);
