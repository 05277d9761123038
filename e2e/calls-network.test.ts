import { execFileSync } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { testBrowser } from './browser.js';
import { CALL_FLAGS, callPage, hears, meet, serveCallPages, type InPage } from './call-pages.js';
import { LOOPBACK_FLAGS, withoutLoopback } from './loopback.js';

const skip = withoutLoopback(import.meta.filename);

/** Gives this machine, which has nothing but loopback, a network of its own; it is the only way of the call. */
function joinNetwork(name: string, address: string): void {
  const far = `${name}-far`;
  execFileSync('ip', ['link', 'add', name, 'type', 'veth', 'peer', 'name', far]);
  execFileSync('ip', ['addr', 'add', `${address}/24`, 'dev', name]);
  for (const end of [name, far]) execFileSync('ip', ['link', 'set', end, 'up']);
}

const leaveNetwork = (name: string): void => void execFileSync('ip', ['link', 'del', name]);

test('VOX 3 from one network to another the call goes on, without the page doing anything', { skip }, async (t: TestContext) => {
  joinNetwork('home', '10.1.0.2');
  const flags = [...LOOPBACK_FLAGS.filter((flag) => !flag.includes('loopback')), ...CALL_FLAGS];
  const browser = await testBrowser(flags);
  const port = await serveCallPages();
  const context = await browser.person({ permissions: ['microphone', 'camera'] });
  t.after(() => context.close());
  const page = await callPage(context, port);
  await meet(page, 'ana', 'ben');
  const both = (): Promise<unknown> => Promise.all([hears(page, 'ana', 'ben'), hears(page, 'ben', 'ana')]);
  await both();
  await page.evaluate(() => {
    const { ana } = (globalThis as InPage).ends;
    const gap = { longest: 0, since: undefined as number | undefined };
    (globalThis as unknown as { gap: typeof gap }).gap = gap;
    const look = (): void => {
      const now = ana!.call.context.currentTime;
      if (ana!.hears('ben', 1_350)) gap.since = undefined;
      else gap.longest = Math.max(gap.longest, now - (gap.since ??= now));
      requestAnimationFrame(look);
    };
    look();
  });
  leaveNetwork('home');
  joinNetwork('phone', '10.2.0.2');
  await page.waitForFunction(() => (globalThis as InPage).ends.ana!.of('ben')?.link === 'lost');
  await page.waitForFunction(() => (globalThis as InPage).ends.ana!.of('ben')?.link === 'live');
  await both();
  const longest = await page.evaluate(() => (globalThis as unknown as { gap: { longest: number } }).gap.longest);
  t.diagnostic(`sound again after ${longest.toFixed(1)} s`);
});
