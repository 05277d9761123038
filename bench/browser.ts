import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';

const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--expose-gc',
  '--enable-precise-memory-info',
];

/** Runs something in one headless Chromium, which is closed whatever happens. */
export async function withBrowser<T>(run: (browser: Browser) => Promise<T>): Promise<T> {
  if (!CHROMIUM) throw new Error('No Chromium found: install it, or set CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves what is given by path, on loopback alone, with no cache. */
export async function serve(files: ReadonlyMap<string, { type: string; body: string | Buffer }>): Promise<Served> {
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain', 'cache-control': 'no-store' });
    response.end(file?.body ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The main thread's time in tasks so far, in ms, from Chromium's own count. */
export async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const found = metrics.find((metric) => metric.name === 'TaskDuration');
  if (!found) throw new Error('Chromium does not count TaskDuration.');
  return found.value * 1_000;
}

/** A fresh page in a context of its own, with the performance counters on. */
export async function freshPage(browser: Browser, slowdown = 1): Promise<{ page: Page; cdp: CDPSession; done: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1_200, height: 800 } });
  const page = await context.newPage();
  // The loader that runs the bench names functions by a helper, also those that are sent into the page.
  await page.addInitScript('globalThis.__name = (it) => it');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  if (slowdown > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, cdp, done: () => context.close() };
}

/** Waits until the page has painted twice and has nothing more to do. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 2_000 }))),
      ),
  );
