import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { table, type Figure } from './figures.js';

const PARTS: Record<string, () => Promise<Figure[]>> = {
  widget: async () => (await import('./boot.js')).widget(),
  transcript: async () => (await import('./transcript.js')).transcript(),
  responses: async () => (await import('./responses.js')).responses(),
  relay: async () => (await import('./relay/relay.js')).relay(),
  routing: async () => (await import('./routing/routing.js')).routing(),
  matching: async () => (await import('./matching.js')).matching(),
};

const README = fileURLToPath(new URL('README.md', import.meta.url));
const START = '<!-- figures -->';
const END = '<!-- /figures -->';

function installPeers(): void {
  const folder = fileURLToPath(new URL('peers', import.meta.url));
  if (existsSync(`${folder}/node_modules`)) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed.');
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);

installPeers();
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`measuring: ${name} ...`);
  figures.push(...(await measure()));
}
console.log(`\n${table(figures)}\n`);

// Only a whole run is kept: its figures are of one machine in one hour.
if (asked.length === 0) {
  const text = readFileSync(README, 'utf8');
  const kept = `${START}\n${table(figures)}\n${END}`;
  writeFileSync(
    README,
    text.replace(new RegExp(`${START}[^]*${END}`), () => kept),
  );
}
