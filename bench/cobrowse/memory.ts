import type { Browser, Page } from 'playwright-core';
import { freshPage, settled, type Served } from '../browser.js';
import type { Figure } from '../figures.js';
import type { FollowedPage } from './followed.js';
import type { BenchPage } from './recording.js';

/** Thirty minutes of a table that changes ten times a second. */
const TICKS = 18_000;
/** So many at a time. */
const BATCH = 500;
const GOAL = 20;

const heap = (page: Page): Promise<number> =>
  page.evaluate(() => {
    (window as unknown as BenchPage).gc();
    return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1_048_576;
  });

/**
 * As many changes of the live table as half an hour has, as fast as the two pages can: how much more each holds after them.
 * @param until - When no more are made, ms since 1970: with fewer the goal is not reached.
 */
export async function memory(browser: Browser, { url }: Served, until: number): Promise<Figure> {
  const customer = await freshPage(browser);
  const agent = await customer.page.context().newPage();
  await agent.addInitScript('globalThis.__name = (it) => it');
  await agent.goto(`${url}/replay-deskbell/table`);
  await agent.waitForFunction('window.seen');
  await customer.page.goto(`${url}/deskbell/table?told&open&lean`);
  await customer.page.waitForFunction('window.recording');
  await customer.page.evaluate(() => (window as unknown as BenchPage).recording.start());
  await agent.waitForFunction(() => (window as unknown as FollowedPage).seen.length > 0);
  /** Each change is sent by itself, as at ten in a second, and the next one comes when it was taken on the other side. */
  const tick = async (count: number): Promise<number> => {
    let done = 0;
    for (; done < count && (done === 0 || Date.now() < until); done += BATCH) {
      const sent = await customer.page.evaluate(async (times) => {
        const { recording, tick: change } = window as unknown as BenchPage;
        const { port1, port2 } = new MessageChannel();
        for (let each = 0; each < times; each += 1) {
          const before = recording.sent();
          change();
          while (recording.sent() === before)
            await new Promise((resolve) => {
              port1.onmessage = resolve;
              port2.postMessage(0);
            });
        }
        port1.close();
        return recording.sent();
      }, BATCH);
      await agent.waitForFunction((frame) => ((window as unknown as FollowedPage).frame?.() ?? 0) >= frame, sent);
    }
    await settled(customer.page);
    await settled(agent);
    return done;
  };
  // What is kept once for all is not what grows.
  await tick(500);
  const before = [await heap(customer.page), await heap(agent)] as const;
  const made = await tick(TICKS);
  const grown = [(await heap(customer.page)) - before[0], (await heap(agent)) - before[1]] as const;
  await customer.done();
  const [theirs, ours] = grown;
  return {
    what: `table: ${String(TICKS)} live ticks, as many as in 30 minutes${made < TICKS ? ` (there was time for ${String(made)})` : ''}: growth of memory`,
    ours: `customer ${theirs.toFixed(1)} MB, agent ${ours.toFixed(1)} MB`,
    against: 'after the first 500 ticks',
    ratio: `${Math.max(theirs, ours).toFixed(1)} MB`,
    goal: `at most ${String(GOAL)} MB`,
    reached: made >= TICKS && Math.max(theirs, ours) <= GOAL,
  };
}
