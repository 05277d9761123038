import type { Browser, CDPSession, Page } from 'playwright-core';
import { freshPage, serve, settled, taskTime, withBrowser } from './browser.js';
import { bundle } from './bundles.js';
import { median, ms, type Figure } from './figures.js';

interface BenchWindow {
  field(): HTMLElement | null;
  taken(): Promise<void>;
  found(): number;
}

const SIZE = 2_000;
const ROUNDS = 15;
const GOAL = 16;

const HTML =
  '<!doctype html><meta charset="utf-8"><title>bench</title><div id="place"></div><script type="module" src="/ours.js"></script>';

/** Types one key, and waits till what follows from it is on the screen. Returns the main thread's time, in ms. */
async function press(page: Page, cdp: CDPSession, key: string, isShown: (found: number) => boolean): Promise<number> {
  const before = await taskTime(cdp);
  await page.keyboard.press(key);
  await settled(page);
  const took = (await taskTime(cdp)) - before;
  const found = await page.evaluate(() => (window as unknown as BenchWindow).found());
  if (!isShown(found)) throw new Error(`${String(found)} responses are listed after "${key}"`);
  return took;
}

async function measure(browser: Browser, url: string): Promise<Record<'opened' | 'filtered' | 'plain' | 'idle', number>> {
  const { page, cdp, done } = await freshPage(browser);
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as BenchWindow).field());
  await page.evaluate(() => (window as unknown as BenchWindow).field()?.focus());
  // The first time fetches the library and takes it in, a little at a time.
  await page.keyboard.press('/');
  await page.waitForFunction((size) => (window as unknown as BenchWindow).found() === size, SIZE);
  await page.evaluate(() => (window as unknown as BenchWindow).taken());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await settled(page);
  const rounds = { opened: [] as number[], filtered: [] as number[], plain: [] as number[], idle: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await taskTime(cdp);
    await settled(page);
    rounds.idle.push((await taskTime(cdp)) - before);
    rounds.opened.push(await press(page, cdp, '/', (found) => found === SIZE));
    rounds.filtered.push(await press(page, cdp, '7', (found) => found > 0 && found < SIZE));
    for (const key of ['Escape', 'Backspace', 'Backspace']) await page.keyboard.press(key);
    await settled(page);
    rounds.plain.push(await press(page, cdp, '7', (found) => found === 0));
    await page.keyboard.press('Backspace');
    await settled(page);
  }
  await done();
  const { opened, filtered, plain, idle } = rounds;
  return { opened: median(opened), filtered: median(filtered), plain: median(plain), idle: median(idle) };
}

/** Two thousand standard responses: what a "/" costs, and a sign behind it, till the list shows. */
export async function responses(): Promise<Figure[]> {
  const server = await serve(
    new Map([
      ['/ours.html', { type: 'text/html', body: HTML }],
      ['/ours.js', { type: 'text/javascript', body: await bundle('pages/responses-deskbell.ts') }],
    ]),
  );
  try {
    const { opened, filtered, plain, idle } = await withBrowser((browser) =>
      measure(browser, `${server.url}/ours.html?size=${String(SIZE)}`),
    );
    const total = opened + filtered;
    return [
      {
        what: '2,000 standard responses: "/" and a sign, to the filtered list',
        ours: ms(total),
        against: `"/" ${ms(opened)}, sign ${ms(filtered)}; a key without the list ${ms(plain)}; waiting for two frames ${ms(idle)} each`,
        ratio: ms(total),
        goal: `at most ${String(GOAL)} ms`,
        reached: total <= GOAL,
      },
    ];
  } finally {
    await server.close();
  }
}
