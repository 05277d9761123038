import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tool } from './run.mjs';

const STAMP = 'node_modules/.cache/deskbell-build';
const TYPES = 'node_modules/.cache/deskbell-types';
const SETTINGS = ['rollup.config.mjs', 'tsconfig.base.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/build.mjs'];
const FACES = ['parts', 'widget', 'console'];
/** Whose names the emoji have in each language; English where the data has none. */
const EMOJI = { ar: 'en/emojibase', de: 'de/cldr', en: 'en/emojibase', es: 'es/cldr' };
const MANIFEST = ['analyze', '--config', '../../custom-elements-manifest.config.mjs'];

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (latest, entry) => Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs),
    0,
  );

const rooms = () =>
  readdirSync('packages').filter(
    (room) =>
      existsSync(`packages/${room}/src`) && readdirSync(`packages/${room}/src`, { recursive: true }).some((name) => name.endsWith('.ts')),
  );

/** Whether a source or a setting is newer than the build. */
function isStale() {
  if (!existsSync(STAMP) || rooms().some((room) => !existsSync(`packages/${room}/dist`))) return true;
  const built = statSync(STAMP).mtimeMs;
  return [...rooms().map((room) => newest(`packages/${room}/src`)), ...SETTINGS.map((file) => statSync(file).mtimeMs)].some(
    (time) => time > built,
  );
}

/** One program for all packages, so that each sees the others' sources; then every package gets its own. */
async function types() {
  if (!(await tool('build: types', 'tsc', ['-p', 'tsconfig.build.json']))) return false;
  for (const room of rooms()) cpSync(`${TYPES}/${room}/src`, `packages/${room}/dist`, { recursive: true });
  return true;
}

/** Builds every package, both ways, with types and manifests; nothing where the build is newer than the sources. Resolves with whether it went well. */
export async function build({ always = false } = {}) {
  if (!always && !isStale()) return true;
  const begun = new Date();
  for (const folder of [TYPES, STAMP, ...rooms().flatMap((room) => [`packages/${room}/dist`, `packages/${room}/cdn`])])
    rmSync(folder, { recursive: true, force: true });
  const faces = FACES.filter((room) => rooms().includes(room));
  const results = await Promise.all([
    tool('build: packages and script tag', 'rollup', ['-c', '--silent']),
    types(),
    ...faces.map((room) => tool(`build: manifest of ${room}`, 'cem', MANIFEST, { cwd: `packages/${room}` })),
  ]);
  if (results.includes(false)) return false;
  cpSync('packages/relay/src/store/migrations', 'packages/relay/dist/store/migrations', { recursive: true });
  for (const [locale, names] of Object.entries(EMOJI))
    cpSync(`node_modules/emoji-picker-element-data/${names}/data.json`, `packages/widget/cdn/emoji/${locale}.json`);
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync(STAMP, begun.toISOString());
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exit((await build({ always: !process.argv.includes('--if-stale') })) ? 0 : 1);
