import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { table, type Figure } from './figures.js';

/** What is measured by one run: its figures are compared with each other only. */
interface Part {
  /** Whether other libraries have to be installed for it. */
  readonly peers: boolean;
  /** @param keep - Whether what it draws is kept as well. */
  readonly measure: (keep: boolean) => Promise<Figure[]>;
}

const PARTS: Record<string, Part> = {
  widget: { peers: true, measure: async () => (await import('./boot.js')).widget() },
  transcript: { peers: true, measure: async () => (await import('./transcript.js')).transcript() },
  responses: { peers: false, measure: async () => (await import('./responses.js')).responses() },
  draft: { peers: false, measure: async () => (await import('./draft.js')).draft() },
  relay: { peers: true, measure: async () => (await import('./relay/relay.js')).relay() },
  files: { peers: false, measure: async () => (await import('./files.js')).files() },
  routing: { peers: false, measure: async () => (await import('./routing/routing.js')).routing() },
  cobrowse: { peers: true, measure: async () => (await import('./cobrowse/cobrowse.js')).cobrowse() },
  cluster: { peers: false, measure: async () => (await import('./cluster/cluster.js')).cluster() },
  audit: { peers: false, measure: async () => (await import('./audit.js')).audit() },
  ai: { peers: false, measure: async () => (await import('./ai.js')).ai() },
  matching: { peers: false, measure: async (keep) => (await import('./matching.js')).matching(keep) },
};

const README = fileURLToPath(new URL('README.md', import.meta.url));

/** Puts a part's figures into its place in the README. */
function keepFigures(name: string, figures: readonly Figure[]): void {
  const [start, end] = [`<!-- figures: ${name} -->`, `<!-- /figures: ${name} -->`];
  const text = readFileSync(README, 'utf8');
  if (!text.includes(start)) throw new Error(`${README} has no place for the figures of ${name}.`);
  writeFileSync(
    README,
    text.replace(new RegExp(`${start}[^]*${end}`), () => `${start}\n\n${table(figures)}\n\n${end}`),
  );
}

function installPeers(): void {
  const folder = fileURLToPath(new URL('peers', import.meta.url));
  if (existsSync(`${folder}/node_modules`)) return;
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed.');
}

const { positionals: asked, values } = parseArgs({ allowPositionals: true, options: { keep: { type: 'boolean', default: false } } });
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);

// A whole run is kept; a part by itself only where that is asked for.
const keep = values.keep || asked.length === 0;
const parts = Object.entries(PARTS).filter(([name]) => asked.length === 0 || asked.includes(name));
if (parts.some(([, { peers }]) => peers)) installPeers();
for (const [name, { measure }] of parts) {
  console.log(`measuring: ${name} ...`);
  const figures = await measure(keep);
  console.log(`\n${table(figures)}\n`);
  if (keep) keepFigures(name, figures);
}
