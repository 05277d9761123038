import type { Browser, Page } from 'playwright-core';
import { freshPage, serve, settled, withBrowser } from './browser.js';
import { bundle } from './bundles.js';
import { atShare, median, ms, type Figure } from './figures.js';

interface BenchWindow {
  field(): HTMLElement | null;
  /** How long each key took till its character was painted, in ms. */
  pressed: number[];
}

const WORDS = 2_000;
const KEYS = 100;
const SLOWDOWN = 4;
const GOAL = 16;

const HTML =
  '<!doctype html><meta charset="utf-8"><title>bench</title><div id="place"></div><script type="module" src="/ours.js"></script>';

/** In the page: counts from when the browser had the key to the end of the frame that shows what it wrote. */
function watchKeys(): void {
  const found: number[] = [];
  (window as unknown as BenchWindow).pressed = found;
  const after = new MessageChannel();
  let began = 0;
  after.port1.onmessage = () => found.push(performance.now() - began);
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      began = timeStamp;
      requestAnimationFrame(() => after.port2.postMessage(null));
    },
    { capture: true },
  );
}

async function write(page: Page, words: number): Promise<number[]> {
  await page.waitForFunction(() => (window as unknown as BenchWindow).field());
  await page.evaluate(() => (window as unknown as BenchWindow).field()?.focus());
  if (words > 0) await page.keyboard.insertText('a parcel that came late '.repeat(words / 5));
  // In the middle of it, where everything behind has to move.
  for (let line = 0; line < words / 100; line += 1) await page.keyboard.press('ArrowUp');
  await settled(page);
  await page.evaluate(watchKeys);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('e');
    await settled(page);
  }
  const { length, took } = await page.evaluate(() => {
    const { field, pressed } = window as unknown as BenchWindow;
    return { length: field()?.textContent.length ?? 0, took: pressed };
  });
  if (length < words * 4 + KEYS) throw new Error(`${String(length)} characters are in the draft`);
  return took;
}

async function measure(browser: Browser, url: string, words: number): Promise<number[]> {
  const { page, done } = await freshPage(browser, SLOWDOWN);
  await page.goto(url);
  const took = await write(page, words);
  await done();
  return took;
}

/** What a key costs whoever writes a long answer, on a slow machine. */
export async function draft(): Promise<Figure[]> {
  const server = await serve(
    new Map([
      ['/ours.html', { type: 'text/html', body: HTML }],
      ['/ours.js', { type: 'text/javascript', body: await bundle('pages/responses-deskbell.ts') }],
    ]),
  );
  try {
    const [long, empty] = await withBrowser(async (browser) => [
      await measure(browser, `${server.url}/ours.html?size=20`, WORDS),
      await measure(browser, `${server.url}/ours.html?size=20`, 0),
    ]);
    const p95 = atShare(long ?? [], 0.95);
    return [
      {
        what: 'a key in a draft of 2,000 words, 4x slowed: to its character, p95',
        ours: ms(p95),
        against: `median ${ms(median(long ?? []))}; in an empty draft p95 ${ms(atShare(empty ?? [], 0.95))}, median ${ms(median(empty ?? []))}`,
        ratio: ms(p95),
        goal: `at most ${String(GOAL)} ms`,
        reached: p95 <= GOAL,
      },
    ];
  } finally {
    await server.close();
  }
}
