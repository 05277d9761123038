import type { Browser, Page } from 'playwright-core';
import { freshPage, settled, type Served } from '../browser.js';
import type { Figure } from '../figures.js';
import type { FollowedPage } from './followed.js';
import type { BenchPage } from './recording.js';

/** Thirty minutes of a table that changes ten times a second. */
const TICKS = 18_000;
const GOAL = 20;

const heap = (page: Page): Promise<number> =>
  page.evaluate(() => {
    (window as unknown as BenchPage).gc();
    return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1_048_576;
  });

/** As many changes of the live table as half an hour has, as fast as the two pages can: how much more each holds after them. */
export async function memory(browser: Browser, { url }: Served): Promise<Figure> {
  const customer = await freshPage(browser);
  const agent = await customer.page.context().newPage();
  await agent.addInitScript('globalThis.__name = (it) => it');
  await agent.goto(`${url}/replay-deskbell/table`);
  await agent.waitForFunction('window.seen');
  await customer.page.goto(`${url}/deskbell/table?told&open&lean`);
  await customer.page.waitForFunction('window.recording');
  await customer.page.evaluate(() => (window as unknown as BenchPage).recording.start());
  await agent.waitForFunction(() => (window as unknown as FollowedPage).seen.length > 0);
  const tick = async (count: number): Promise<void> => {
    await customer.page.evaluate(async (times) => {
      for (let done = 0; done < times; done += 1) {
        (window as unknown as BenchPage).tick();
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, count);
    await settled(customer.page);
    await settled(agent);
  };
  // What is kept once for all is not what grows.
  await tick(500);
  const before = [await heap(customer.page), await heap(agent)] as const;
  await tick(TICKS);
  const grown = [(await heap(customer.page)) - before[0], (await heap(agent)) - before[1]] as const;
  await customer.done();
  const [theirs, ours] = grown;
  return {
    what: `table: ${String(TICKS)} live ticks, as many as in 30 minutes: growth of memory`,
    ours: `customer ${theirs.toFixed(1)} MB, agent ${ours.toFixed(1)} MB`,
    against: 'after the first 500 ticks',
    ratio: `${Math.max(theirs, ours).toFixed(1)} MB`,
    goal: `at most ${String(GOAL)} MB`,
    reached: Math.max(theirs, ours) <= GOAL,
  };
}
