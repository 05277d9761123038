import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { freshPage, settled } from '../browser.js';
import { bundle } from '../bundles.js';
import type { Figure } from '../figures.js';
import { FIDELITY_PAGES, type FidelityPage } from './fidelity-pages.js';
import { SHOELACE, SWAGGER, WIDGETS } from './fidelity-own.js';
import { PAGES } from './pages.js';
import type { BenchPage } from './recording.js';

const GOAL = 99;
const peers = fileURLToPath(new URL('../peers/node_modules', import.meta.url));

interface Site {
  readonly url: string;
  close(): void;
}

async function openPages(): Promise<Site> {
  const own: Record<string, string> = { ...PAGES, widgets: WIDGETS, shoelace: SHOELACE, swagger: SWAGGER };
  const scripts: Record<string, string> = {
    recorder: await bundle('cobrowse/record-deskbell.ts'),
    player: await bundle('cobrowse/replay-deskbell.ts'),
  };
  const app = new Hono()
    .get('/own/:name', (c) => c.html(own[c.req.param('name')] ?? ''))
    .get('/scripts/:name', (c) => c.body(scripts[c.req.param('name').slice(0, -3)] ?? '', 200, { 'Content-Type': 'text/javascript' }))
    .get('/console.js', async (c) => c.body(await bundle('cobrowse/console-page.ts'), 200, { 'Content-Type': 'text/javascript' }))
    // From another name of this machine, as from a CDN: a page may use it, and not look into it.
    .get('/other.css', (c) =>
      c.body('caption{background:#fc3;padding:4px}', 200, { 'Content-Type': 'text/css', 'Access-Control-Allow-Origin': '*' }),
    )
    .get('/agent', (c) =>
      c.html(
        '<!doctype html><title>agent</title><style>body{margin:0}iframe{border:0}</style><body><script type="module" src="/scripts/player.js"></script>',
      ),
    )
    .use('/peers/*', serveStatic({ root: peers, rewriteRequestPath: (path) => path.slice('/peers'.length) }));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened));
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => {
      server.close();
    },
  };
}

const picture = async (page: Page): Promise<PNG> => PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide' }));

/** How long what comes by itself (fonts, pictures, what is drawn on canvases) is waited for, ms. */
const PATIENCE = 15_000;

/** Keeps what both sides saw, and where they differ, for who wants to look. */
function keep(name: string, pictures: Readonly<Record<string, PNG>>): void {
  const folder = process.env.BENCH_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const [side, png] of Object.entries(pictures))
    writeFileSync(join(folder, `${name.replace(/\W+/g, '-')}.${side}.png`), PNG.sync.write(png));
}

/** Both sides at one time, and how many pixels differ. */
async function compared(customer: Page, agent: Page) {
  // What moves by itself is compared while it stands still.
  const [before, ours, theirs] = [await picture(customer), await picture(agent), await picture(customer)];
  const isStill = before.data.equals(theirs.data);
  const { width, height } = theirs;
  const difference = new PNG({ width, height });
  const count = pixelmatch(theirs.data, ours.data, difference.data, width, height, { threshold: 0.1 });
  return { pictures: { customer: theirs, agent: ours, difference }, differ: (count / (width * height)) * 100, isStill };
}

/** The share of pixels that are alike on both sides, in per cent. */
async function alike(browser: Browser, { url }: Site, { name, at, act, isDark }: FidelityPage): Promise<number> {
  const customer = await freshPage(browser);
  const agent = await customer.page.context().newPage();
  for (const page of [customer.page, agent]) await page.emulateMedia({ reducedMotion: 'reduce' });
  if (isDark) await customer.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await agent.addInitScript('globalThis.__name = (it) => it');
  await agent.goto(`${url}/agent`);
  await customer.page.goto(`${url}${'own' in at ? `/own/${at.own}` : `/peers/${at.peer}`}?told&open`, { waitUntil: 'networkidle' });
  await customer.page.addScriptTag({ url: `${url}/scripts/recorder.js`, type: 'module' });
  await customer.page.waitForFunction('window.recording');
  await customer.page.evaluate(() => (window as unknown as BenchPage).recording.start());
  await act?.(customer.page);
  for (const page of [customer.page, agent, customer.page, agent]) await settled(page);
  await agent.waitForLoadState('networkidle');
  const begun = Date.now();
  let last = await compared(customer.page, agent);
  while ((last.differ > 100 - GOAL || !last.isStill) && Date.now() - begun < PATIENCE) last = await compared(customer.page, agent);
  keep(name, last.pictures);
  await customer.done();
  return 100 - last.differ;
}

/** Pages as their visitors see them and as an agent does, pixel by pixel. */
export async function fidelity(browser: Browser, pages: readonly FidelityPage[] = FIDELITY_PAGES): Promise<Figure[]> {
  const site = await openPages();
  try {
    const figures: Figure[] = [];
    for (const page of pages) {
      const share = await alike(browser, site, page);
      figures.push({
        what: `${page.name}: pixels alike`,
        ours: `${share.toFixed(2)} %`,
        against: 'the page itself, in the same browser',
        ratio: `${share.toFixed(2)} %`,
        goal: `at least ${String(GOAL)} %`,
        reached: share >= GOAL,
      });
    }
    return figures;
  } finally {
    site.close();
  }
}
