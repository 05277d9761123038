import type { Browser } from 'playwright-core';
import { freshPage, serve, settled, taskTime, withBrowser } from './browser.js';
import { bundle } from './bundles.js';
import { median, ms, times, type Figure } from './figures.js';

/** What the pages of this bench put on `window`. */
interface BenchWindow {
  show(): void;
  append(index: number): void;
  scroller(): Element;
  /** How many messages are in the document now. */
  rows(): number;
  gc(): void;
}

const STYLE = `html,body{margin:0;height:100%}#place{height:600px;width:380px;overflow:hidden;display:block}
#place>*{height:100%}.row{padding:4px 12px}.bubble{padding:8px 12px;border-radius:12px;background:#eee;max-width:75%;white-space:pre-wrap;overflow-wrap:anywhere}
.row.customer .bubble{background:#24f;color:#fff;margin-inline-start:auto}time{font:12px system-ui;color:#666}`;

const page = (script: string): string =>
  `<!doctype html><meta charset="utf-8"><title>bench</title><style>${STYLE}</style><div id="place"></div><script type="module" src="/${script}"></script>`;

interface Measured {
  readonly paint: number;
  readonly append: number;
  readonly dropped: number;
  readonly heap: number;
  readonly nodes: number;
}

const APPENDS = 100;
const ROUNDS = 5;

async function measure(browser: Browser, url: string): Promise<Measured> {
  const { page, cdp, done } = await freshPage(browser);
  await page.goto(url);
  await page.waitForFunction(() => 'show' in window);
  await settled(page);
  const heap = (): Promise<number> =>
    page.evaluate(() => {
      (window as unknown as BenchWindow).gc();
      return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
    });
  const heapBefore = await heap();
  const before = await taskTime(cdp);
  await page.evaluate(() => (window as unknown as BenchWindow).show());
  // A peer may need several rounds before its rows are there; what it does till then is part of its paint.
  await page.waitForFunction(() => (window as unknown as BenchWindow).rows() > 0);
  await settled(page);
  const paint = (await taskTime(cdp)) - before;
  const heapAfter = await heap();
  const nodes = await page.evaluate(() => {
    const count = (root: ParentNode): number =>
      [...root.querySelectorAll('*')].reduce((sum, node) => sum + 1 + (node.shadowRoot ? count(node.shadowRoot) : 0), 0);
    return count(document);
  });
  const beforeAppends = await taskTime(cdp);
  await page.evaluate(async (count) => {
    for (let index = 0; index < count; index += 1) {
      (window as unknown as BenchWindow).append(index);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, APPENDS);
  const append = ((await taskTime(cdp)) - beforeAppends) / APPENDS;
  const dropped = await page.evaluate(async () => {
    const scroller = (window as unknown as BenchWindow).scroller();
    const gaps: number[] = [];
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    // Three seconds upwards at 2,400 px a second, as a quick hand on a wheel would.
    for (let frame = 0; frame < 180; frame += 1) {
      scroller.scrollTop -= 40;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      gaps.push(now - last);
      last = now;
    }
    const late = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1_000 / 60)) - 1), 0);
    return (late / (gaps.length + late)) * 100;
  });
  await done();
  return { paint, append, dropped, heap: heapAfter - heapBefore, nodes };
}

const merge = (runs: readonly Measured[]): Measured => ({
  paint: median(runs.map((run) => run.paint)),
  append: median(runs.map((run) => run.append)),
  dropped: median(runs.map((run) => run.dropped)),
  heap: median(runs.map((run) => run.heap)),
  nodes: median(runs.map((run) => run.nodes)),
});

/** Ten thousand messages: what they cost to show, to add to and to scroll, beside react-virtuoso and beside a thousand. */
export async function transcript(): Promise<Figure[]> {
  const files = new Map([
    ['/ours.html', { type: 'text/html', body: page('ours.js') }],
    ['/ours.js', { type: 'text/javascript', body: await bundle('pages/transcript-deskbell.ts') }],
    ['/virtuoso.html', { type: 'text/html', body: page('virtuoso.js') }],
    ['/virtuoso.js', { type: 'text/javascript', body: await bundle('pages/transcript-virtuoso.tsx') }],
  ]);
  const server = await serve(files);
  const runs = { ours: [] as Measured[], small: [] as Measured[], virtuoso: [] as Measured[] };
  try {
    await withBrowser(async (browser) => {
      // In turn, so that whatever else the machine does falls on all alike.
      for (let round = 0; round < ROUNDS; round += 1) {
        runs.ours.push(await measure(browser, `${server.url}/ours.html?size=10000`));
        runs.virtuoso.push(await measure(browser, `${server.url}/virtuoso.html?size=10000`));
        runs.small.push(await measure(browser, `${server.url}/ours.html?size=1000`));
      }
    });
  } finally {
    await server.close();
  }
  const [ours, virtuoso, small] = [merge(runs.ours), merge(runs.virtuoso), merge(runs.small)];
  const heap = ours.heap / 1_048_576;
  return [
    {
      what: '10,000 messages: main thread to first paint',
      ours: ms(ours.paint),
      against: `react-virtuoso ${ms(virtuoso.paint)}`,
      ratio: times(ours.paint, virtuoso.paint),
      goal: 'at most 1x',
      reached: ours.paint <= virtuoso.paint,
    },
    {
      what: '10,000 messages against 1,000: first paint',
      ours: ms(ours.paint),
      against: `1,000 messages ${ms(small.paint)}`,
      ratio: times(ours.paint, small.paint),
      goal: 'at most 1.5x',
      reached: ours.paint <= 1.5 * small.paint,
    },
    {
      what: '10,000 messages: one append',
      ours: ms(ours.append),
      against: `react-virtuoso ${ms(virtuoso.append)}`,
      ratio: times(ours.append, virtuoso.append),
      goal: 'at most 0.7x',
      reached: ours.append <= 0.7 * virtuoso.append,
    },
    {
      what: '10,000 messages: frames dropped in 3 s of scrolling',
      ours: `${ours.dropped.toFixed(1)} %`,
      against: `react-virtuoso ${virtuoso.dropped.toFixed(1)} %`,
      ratio: `${ours.dropped.toFixed(1)} %`,
      goal: 'at most 1 %',
      reached: ours.dropped <= 1,
    },
    {
      what: '10,000 messages: heap, and elements on the page',
      ours: `+${heap.toFixed(1)} MB, ${String(ours.nodes)}`,
      against: `react-virtuoso +${(virtuoso.heap / 1_048_576).toFixed(1)} MB, ${String(virtuoso.nodes)}`,
      ratio: `+${heap.toFixed(1)} MB`,
      goal: 'at most +8 MB',
      reached: heap <= 8,
    },
  ];
}
