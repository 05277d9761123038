import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../scripts/chromium.mjs';

const BUILT = 'storybook-static';

// A story is a piece of a page: what a whole page owes (landmarks, a first heading) is tested on the demo's pages.
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one'];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
}

assert.ok(existsSync(`${BUILT}/index.json`), 'There is no Storybook to test: npm run storybook:build');
const { entries } = JSON.parse(readFileSync(`${BUILT}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const stories = Object.values(entries).filter(({ type }) => type === 'story');

declare global {
  interface Window {
    readonly axe: typeof axe;
    /** There once the preview has loaded. */
    readonly __STORYBOOK_ADDONS_CHANNEL__?: {
      last(event: string): unknown;
      once(event: string, heard: (told: unknown) => void): void;
      emit(event: string, told: unknown): void;
    };
  }
}

const server = createServer((request, response) => {
  const path = join(BUILT, normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
  if (!existsSync(path)) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path));
});

let browser: Browser;
let page: Page;
const errors: string[] = [];

before(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  // esbuild names functions through this helper, which is not there in the page.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  // Once for all stories: put into the page anew for each, it took longer than to look.
  await page.addInitScript({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
});

after(async () => {
  await browser.close();
  server.close();
});

/** Opens Storybook's canvas in a guise, on the last story, so that the first one is a change. */
async function dress(globals: string): Promise<void> {
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/iframe.html?viewMode=story&id=${stories.at(-1)?.id ?? ''}&globals=${globals}`);
  // Storybook reloads the page where a story has to go before it has finished.
  await page.waitForFunction(() => window.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished') !== undefined);
}

/** Shows another story, and waits till its elements are rendered, those in their shadow roots too. */
async function show(id: string): Promise<void> {
  errors.length = 0;
  await page.evaluate(async (storyId) => {
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
    if (!channel) throw new Error('the preview of Storybook is not there');
    await new Promise<void>((resolve, reject) => {
      channel.once('storyFinished', () => resolve());
      for (const trouble of ['storyErrored', 'storyThrewException', 'storyMissing'])
        channel.once(trouble, (told) => reject(new Error(`${trouble}: ${JSON.stringify(told)}`)));
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    });
    const elementsIn = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? elementsIn(element.shadowRoot) : [])]);
    for (let before = -1; before !== elementsIn(document).length;) {
      before = elementsIn(document).length;
      for (const element of elementsIn(document)) if ('updateComplete' in element) await element.updateComplete;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, id);
}

/**
 * Looks at every story of the built Storybook in one guise. A file each, so that two are looked at at a time.
 * @param globals - Storybook's own notation: `locale:en;scheme:light`.
 */
export function testStories(guise: string, globals: string): void {
  describe(guise, () => {
    before(() => dress(globals));

    for (const { id, title, name } of stories) {
      test(`axe finds nothing in ${title}: ${name} (${guise})`, async () => {
        await show(id);

        const violations = await page.evaluate(async (ofPages) => {
          const rules = Object.fromEntries(ofPages.map((rule) => [rule, { enabled: false }]));
          return (await window.axe.run(document, { rules, resultTypes: ['violations'] })).violations;
        }, OF_PAGES);
        const found = violations.flatMap(({ id: rule, help, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${rule}: ${help}\n  ${target.flat().join(' ')}\n  ${failureSummary ?? ''}`),
        );

        assert.deepEqual(found, []);
        assert.deepEqual(errors, []);
      });
    }
  });
}
