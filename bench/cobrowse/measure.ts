import type { Browser, CDPSession, Page } from 'playwright-core';
import { freshPage, settled, type Served } from '../browser.js';
import { median } from '../figures.js';
import type { PageName } from './pages.js';
import type { BenchPage } from './recording.js';

const TICKS = 50;
/** How often the stack is looked at, microseconds. */
const EVERY = 100;

export type Recorder = 'deskbell' | 'rrweb';

interface Node {
  readonly id: number;
  readonly callFrame: { readonly url: string };
  readonly children?: readonly number[];
}

/** How long a script was at work while something was done, ms: every sample of the profiler that has it anywhere on the stack. */
async function workOf(cdp: CDPSession, script: string, work: () => Promise<void>): Promise<number> {
  await cdp.send('Profiler.start');
  await work();
  const { profile } = await cdp.send('Profiler.stop');
  const nodes = new Map((profile.nodes as Node[]).map((node) => [node.id, node]));
  const inside = new Set<number>();
  const take = (node: Node, isInside: boolean): void => {
    const is = isInside || node.callFrame.url.endsWith(script);
    if (is) inside.add(node.id);
    for (const child of node.children ?? []) {
      const found = nodes.get(child);
      if (found) take(found, is);
    }
  };
  const [root] = profile.nodes as Node[];
  if (root) take(root, false);
  const { samples = [], timeDeltas = [] } = profile;
  // The delta before a sample is the time since the one before it, which is what that one stood for.
  return samples.reduce((sum, id, index) => sum + (inside.has(id) ? (timeDeltas[index + 1] ?? 0) : 0), 0) / 1_000;
}

export interface Measured {
  readonly snapshot: number;
  readonly longest: number;
  readonly snapshotPacked: number;
  readonly burst: number;
  readonly burstRaw: number;
  readonly tick: number;
  readonly tickRaw: number;
  readonly tickPacked: number;
}

const on = <T>(page: Page, ask: (window: BenchPage) => T | Promise<T>): Promise<T> => page.evaluate(`(${ask.toString()})(window)`);

export async function measure(
  browser: Browser,
  { url }: Served,
  recorder: Recorder,
  name: PageName,
  masking: '' | '?open',
): Promise<Measured> {
  const { page, cdp, done } = await freshPage(browser);
  await page.addInitScript(
    `window.longest=0;new PerformanceObserver(list=>{for(const {duration} of list.getEntries())window.longest=Math.max(window.longest,duration)}).observe({type:'longtask'})`,
  );
  await page.goto(`${url}/${recorder}/${name}${masking}`);
  await page.waitForFunction('window.recording');
  await settled(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: EVERY });
  await page.evaluate('window.longest=0');
  const script = `/${recorder}.js`;
  const snapshot = await workOf(cdp, script, async () => {
    // In a task of the page's own: what a tool runs is no long task to the browser.
    await on(page, ({ recording }) => new Promise((resolve) => setTimeout(() => void recording.start().then(() => resolve(undefined)))));
    await settled(page);
  });
  const longest = await page.evaluate<number>('window.longest');
  const { packed: snapshotPacked } = await on(page, ({ recording }) => recording.bytes());
  const before = await on(page, ({ recording }) => recording.bytes());
  const ticked = await workOf(cdp, script, async () => {
    for (let tick = 0; tick < TICKS; tick += 1) {
      await on(page, (window) => window.tick());
      await settled(page);
    }
  });
  const after = await on(page, ({ recording }) => recording.bytes());
  const burst = await workOf(cdp, script, async () => {
    await on(page, (window) => window.burst());
    await settled(page);
  });
  const end = await on(page, ({ recording }) => recording.bytes());
  await done();
  return {
    snapshot,
    longest,
    snapshotPacked,
    burst,
    burstRaw: end.raw - after.raw,
    tick: ticked / TICKS,
    tickRaw: (after.raw - before.raw) / TICKS,
    tickPacked: (after.packed - before.packed) / TICKS,
  };
}

/** The median of several runs, of each figure by itself. */
export function middle(runs: readonly Measured[]): Measured {
  const of = (key: keyof Measured): number => median(runs.map((run) => run[key]));
  return {
    snapshot: of('snapshot'),
    longest: of('longest'),
    snapshotPacked: of('snapshotPacked'),
    burst: of('burst'),
    burstRaw: of('burstRaw'),
    tick: of('tick'),
    tickRaw: of('tickRaw'),
    tickPacked: of('tickPacked'),
  };
}
