import type { Browser } from 'playwright-core';
import { freshPage, settled, type Served } from '../browser.js';
import { median } from '../figures.js';
import type { FollowedPage } from './followed.js';
import type { PageName } from './pages.js';
import type { BenchPage } from './recording.js';

const STAMPS = 40;
/** On a machine that has much else to do, ms. */
const LONGEST = 120_000;

/**
 * From a change on one page to the same on another, ms, p50: the heading, that many times, each when the one before has arrived. `isBusy`: the
 * page's own updates go on meanwhile, ten times a second.
 */
export async function latency(browser: Browser, { url }: Served, recorder: string, name: PageName, isBusy: boolean): Promise<number> {
  const customer = await freshPage(browser);
  const agent = await customer.page.context().newPage();
  await agent.addInitScript('globalThis.__name = (it) => it');
  await agent.goto(`${url}/replay-${recorder}/${name}`);
  await agent.waitForFunction('window.seen');
  await customer.page.goto(`${url}/${recorder}/${name}?told`);
  await customer.page.waitForFunction('window.recording');
  await settled(customer.page);
  await customer.page.evaluate(() => (window as unknown as BenchPage).recording.start());
  await agent.waitForFunction(() => (window as unknown as FollowedPage).seen.length > 0);
  await settled(agent);
  if (isBusy) await customer.page.evaluate(() => void setInterval(() => (window as unknown as BenchPage).tick(), 100));
  const took: number[] = [];
  for (let stamp = 0; stamp < STAMPS; stamp += 1) {
    const known = await agent.evaluate(() => (window as unknown as FollowedPage).seen.length);
    const at = await customer.page.evaluate(
      (text) => {
        (window as unknown as BenchPage).stamp(text);
        return performance.timeOrigin + performance.now();
      },
      `Stamp${'p'.repeat(30 + (stamp % 9))}`,
    );
    await agent.waitForFunction((count) => (window as unknown as FollowedPage).seen.length > count, known, { timeout: LONGEST });
    took.push((await agent.evaluate(() => (window as unknown as FollowedPage).seen.at(-1)?.at ?? Number.NaN)) - at);
  }
  await customer.done();
  return median(took);
}
