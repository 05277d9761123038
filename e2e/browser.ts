import { after } from 'node:test';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a page complained of: errors of scripts, and breaches of its content security policy. */
export interface Complaints {
  readonly errors: string[];
  readonly breaches: string[];
}

/** A browser for the tests of one file. */
export interface TestBrowser {
  /** A person's own browser: own storage, own everything. Ends with the file. */
  person(options?: BrowserContextOptions): Promise<BrowserContext>;
}

const complaints = new WeakMap<BrowserContext, Complaints>();

/** Everything that the pages of a person complained of so far. */
export const complaintsOf = (context: BrowserContext): Complaints => {
  const found = complaints.get(context);
  if (!found) throw new Error('This context was not made by person()');
  return found;
};

/** Writes down what a page complains of. Requests that fail are the business of the tests that make them fail. */
function listen(page: Page, { errors, breaches }: Complaints): void {
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (/content security policy/i.test(text)) breaches.push(text);
    else if (message.type() === 'error' && !/Failed to load resource|WebSocket connection to|net::ERR_/.test(text)) errors.push(text);
  });
}

/** Starts a browser, which ends after the tests of the file. */
export async function testBrowser(flags: readonly string[] = []): Promise<TestBrowser> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...root, ...flags] });
  after(() => browser.close());
  return {
    async person(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
      const mine: Complaints = { errors: [], breaches: [] };
      // esbuild names functions through this helper, which is not there in the page.
      await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
      complaints.set(context, mine);
      context.on('page', (page) => listen(page, mine));
      return context;
    },
  };
}
