import type { Browser } from 'playwright-core';
import { freshPage, settled, withBrowser, type Served } from '../browser.js';
import { gzipped } from '../bundles.js';
import { kb, median, ms, times, type Figure } from '../figures.js';
import { fidelity } from './fidelity.js';
import { latency } from './latency.js';
import { measure, middle, type Measured, type Recorder } from './measure.js';
import { memory } from './memory.js';
import type { PageName } from './pages.js';
import { serveMirrors } from './site.js';
import { weigh } from './weigh.js';

const ROUNDS = 5;
const MINUTE = 60_000;
/** When what is measured is not measured once more, from the beginning: on a slow machine each is measured at least once. */
const UNTIL = { measures: 6 * MINUTE, delays: 9 * MINUTE, ticks: 12 * MINUTE } as const;
const NAMES: readonly PageName[] = ['table', 'product', 'form', 'console'];

type Runs = Record<Recorder, Measured>;

/** In turn, so that whatever else the machine does falls on both alike. */
async function both(browser: Browser, served: Served, name: PageName, masking: '' | '?open', until: number): Promise<Runs> {
  const runs = { deskbell: [] as Measured[], rrweb: [] as Measured[] };
  for (let round = 0; round < ROUNDS && (round === 0 || Date.now() < until); round += 1)
    for (const recorder of ['deskbell', 'rrweb'] as const) runs[recorder].push(await measure(browser, served, recorder, name, masking));
  return { deskbell: middle(runs.deskbell), rrweb: middle(runs.rrweb) };
}

/** The page as it stands, as HTML, gzipped. */
async function htmlOf(browser: Browser, { url }: Served, name: PageName): Promise<number> {
  const { page, done } = await freshPage(browser);
  await page.goto(`${url}/deskbell/${name}`);
  await settled(page);
  const html = await page.content();
  await done();
  return gzipped(html);
}

const snapshots = (name: PageName, { deskbell, rrweb }: Runs, html: number): Figure[] => [
  {
    what: `${name}: snapshot with masking on, recorder's time`,
    ours: `${ms(deskbell.snapshot)}, longest task ${deskbell.longest > 0 ? ms(deskbell.longest) : 'under 50 ms'}`,
    against: `rrweb ${ms(rrweb.snapshot)}, longest task ${rrweb.longest > 0 ? ms(rrweb.longest) : 'under 50 ms'}`,
    ratio: times(deskbell.snapshot, rrweb.snapshot),
    goal: 'at most 0.3x, or no task over 50 ms',
    reached: deskbell.snapshot <= 0.3 * rrweb.snapshot || deskbell.longest <= 50,
  },
  {
    what: `${name}: snapshot, bytes, nothing masked`,
    ours: kb(deskbell.snapshotPacked),
    against: `rrweb deflated ${kb(rrweb.snapshotPacked)}; the page's HTML gzipped ${kb(html)}`,
    ratio: `${times(deskbell.snapshotPacked, html)} the HTML`,
    goal: 'at most 1.3x the HTML',
    reached: deskbell.snapshotPacked <= 1.3 * html,
  },
];

const changes = (name: PageName, masked: Runs, open: Runs): Figure[] => [
  {
    what: `${name}: 200 pieces put in at once, recorder's time`,
    ours: ms(masked.deskbell.burst),
    against: `rrweb ${ms(masked.rrweb.burst)}`,
    ratio: times(masked.deskbell.burst, masked.rrweb.burst),
    goal: 'at most 0.35x',
    reached: masked.deskbell.burst <= 0.35 * masked.rrweb.burst,
  },
  {
    what: `${name}: the same, bytes before packing`,
    ours: kb(open.deskbell.burstRaw),
    against: `rrweb ${kb(open.rrweb.burstRaw)}`,
    ratio: times(open.deskbell.burstRaw, open.rrweb.burstRaw),
    goal: 'at most 0.3x',
    reached: open.deskbell.burstRaw <= 0.3 * open.rrweb.burstRaw,
  },
  {
    what: `${name}: a live tick, bytes before packing`,
    ours: `${open.deskbell.tickRaw.toFixed(0)} B`,
    against: `rrweb ${open.rrweb.tickRaw.toFixed(0)} B`,
    ratio: times(open.deskbell.tickRaw, open.rrweb.tickRaw),
    goal: 'at most 0.35x',
    reached: open.deskbell.tickRaw <= 0.35 * open.rrweb.tickRaw,
  },
  {
    what: `${name}: a live tick, bytes packed with one context`,
    ours: `${open.deskbell.tickPacked.toFixed(0)} B`,
    against: `rrweb through one deflate ${open.rrweb.tickPacked.toFixed(0)} B`,
    ratio: times(open.deskbell.tickPacked, open.rrweb.tickPacked),
    goal: 'at most 0.7x',
    reached: open.deskbell.tickPacked <= 0.7 * open.rrweb.tickPacked,
  },
];

async function delays(browser: Browser, served: Served, name: PageName, isBusy: boolean, until: number): Promise<Figure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS && (round === 0 || Date.now() < until); round += 1) {
    ours.push(await latency(browser, served, 'deskbell', name, isBusy));
    theirs.push(await latency(browser, served, 'rrweb', name, isBusy));
  }
  return {
    what: `${name}${isBusy ? ', live updates' : ''}: a change to the same on the agent's page, p50`,
    ours: ms(median(ours)),
    against: `rrweb ${ms(median(theirs))}`,
    ratio: times(median(ours), median(theirs)),
    goal: 'at most 0.6x',
    reached: median(ours) <= 0.6 * median(theirs),
  };
}

/** What co-browse costs the customer and the agent, beside rrweb on the same pages. */
export async function cobrowse(): Promise<Figure[]> {
  const served = await serveMirrors();
  const begun = Date.now();
  try {
    return await withBrowser(async (browser) => {
      const figures: Figure[] = [await weigh()];
      for (const [index, name] of NAMES.entries()) {
        // Each page has its share of the time.
        const share = (part: number): number => begun + (UNTIL.measures * (index + part)) / NAMES.length;
        const masked = await both(browser, served, name, '', share(0.5));
        const open = await both(browser, served, name, '?open', share(1));
        const html = await htmlOf(browser, served, name);
        figures.push(
          ...snapshots(
            name,
            {
              deskbell: { ...masked.deskbell, snapshotPacked: open.deskbell.snapshotPacked },
              rrweb: { ...masked.rrweb, snapshotPacked: open.rrweb.snapshotPacked },
            },
            html,
          ),
        );
        figures.push(...changes(name, masked, open));
      }
      figures.push(
        await delays(browser, served, 'product', false, begun + UNTIL.delays),
        await delays(browser, served, 'table', true, begun + UNTIL.delays),
      );
      figures.push(await memory(browser, served, begun + UNTIL.ticks), ...(await fidelity(browser)));
      return figures;
    });
  } finally {
    await served.close();
  }
}
