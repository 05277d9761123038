import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { freshPage, settled, taskTime, withBrowser } from './browser.js';
import { gzipped } from './bundles.js';
import { kb, median, ms, times, type Figure } from './figures.js';
import { openSite, type Part } from './site.js';

const peers = fileURLToPath(new URL('peers/node_modules/', import.meta.url));

const html = (body: string): Part => ({
  type: 'text/html',
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>bench</title><h1>A page</h1>${body}`,
});

const script = (body: string | Buffer): Part => ({ type: 'text/javascript', body });

const pages = async (): Promise<Map<string, Part>> =>
  new Map([
    [
      '/empty.html',
      html(
        `<script type="module">customElements.define('x-empty', class extends HTMLElement {}); document.body.append(document.createElement('x-empty'))</script>`,
      ),
    ],
    ['/deskbell.html', html('<script async src="/deskbell.js" data-site-key="bench"></script>')],
    ['/deep-chat.html', html('<deep-chat></deep-chat><script type="module" src="/deep-chat.js"></script>')],
    ['/deep-chat.js', script(await readFile(`${peers}deep-chat/dist/deepChat.bundle.js`))],
    [
      '/typebot.html',
      html(
        `<script type="module">import Typebot from '/typebot.js'; Typebot.initBubble({ typebot: 'bench', apiHost: location.origin })</script>`,
      ),
    ],
    ['/typebot.js', script(await readFile(`${peers}@typebot.io/js/dist/web.js`))],
  ]);

const isShown = (): boolean => {
  const launcher = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('button');
  return launcher !== null && launcher !== undefined && launcher.getBoundingClientRect().width > 0;
};

/** Whether the window is on the page. */
const isOpen = (): boolean => {
  const chat = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('deskbell-chat-window')?.shadowRoot;
  return (chat?.querySelector('dialog')?.getBoundingClientRect().height ?? 0) > 100;
};

/** Whether the form in it can be filled in, which takes a customer, a socket and the relay's answer. */
const isAsking = (): boolean => {
  const inside = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (node) =>
        (node.matches('form') && node.getBoundingClientRect().height > 100) || (node.shadowRoot !== null && inside(node.shadowRoot)),
    );
  const chat = document.querySelector('deskbell-chat')?.shadowRoot;
  return chat !== null && chat !== undefined && inside(chat);
};

/** Gzipped bytes of the scripts that a page asked for: till the launcher shows, and till somebody can write in the window, the form behind them. */
async function bytes(browser: Browser, url: string): Promise<{ launcher: number; window: number }> {
  const { page, done } = await freshPage(browser);
  const asked: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) asked.push(response.body());
  });
  const sum = async (): Promise<number> => (await Promise.all(asked)).reduce((all, body) => all + gzipped(body), 0);
  await page.goto(`${url}/deskbell.html`);
  await page.waitForFunction(isShown);
  await settled(page);
  const launcher = await sum();
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Kim Lee');
  await page.getByRole('button', { name: 'Start chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await page.getByRole('log', { name: 'Messages' }).waitFor();
  await settled(page);
  const window = await sum();
  await done();
  return { launcher, window };
}

interface Boot {
  readonly task: number;
  readonly long: number;
}

async function boot(browser: Browser, url: string): Promise<Boot> {
  const { page, cdp, done } = await freshPage(browser, 4);
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
  await page.goto('about:blank');
  const before = await taskTime(cdp);
  await page.goto(url, { waitUntil: 'load' });
  await settled(page);
  const task = (await taskTime(cdp)) - before;
  const long = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.length);
  await done();
  return { task, long };
}

interface Opening {
  readonly window: number;
  readonly form: number;
}

/** From the click on the launcher to the painted window, and to the form in it, scripts from the warm cache of a hover, at a quarter of the speed. */
async function opening(browser: Browser, url: string): Promise<Opening> {
  const { page, done } = await freshPage(browser, 4);
  await page.goto(`${url}/deskbell.html`);
  await page.waitForFunction(isShown);
  const launcher = page.getByRole('button').first();
  await launcher.hover();
  await settled(page);
  const times = await page.evaluate(
    async (sources) => {
      const button = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('button');
      if (!button) throw new Error('no launcher');
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const start = performance.now();
      button.click();
      const reached: number[] = [];
      for (const source of sources) {
        const is = new Function(`return (${source})()`) as () => boolean;
        while (!is()) await frame();
        await frame();
        reached.push(performance.now() - start);
      }
      return reached;
    },
    [isOpen.toString(), isAsking.toString()],
  );
  await done();
  return { window: times[0] ?? Infinity, form: times[1] ?? Infinity };
}

const ROUNDS = 7;

/** What the widget costs a page that has it: bytes, and the main thread's time on a slow phone. */
export async function widget(): Promise<Figure[]> {
  const files = await pages();
  const server = await openSite(files);
  try {
    return await withBrowser(async (browser) => {
      const size = await bytes(browser, server.url);
      const names = ['empty', 'deskbell', 'deep-chat', 'typebot'] as const;
      const runs = Object.fromEntries(names.map((name) => [name, [] as Boot[]])) as Record<(typeof names)[number], Boot[]>;
      const opened: Opening[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const name of names) runs[name].push(await boot(browser, `${server.url}/${name}.html`));
        opened.push(await opening(browser, server.url));
      }
      const task = (name: (typeof names)[number]): number => median(runs[name].map((run) => run.task));
      const long = median(runs.deskbell.map((run) => run.long));
      const peer = gzipped(files.get('/deep-chat.js')?.body ?? '');
      const ratio = task('deskbell') / task('empty');
      const open = median(opened.map(({ window }) => window));
      const form = median(opened.map((each) => each.form));
      return [
        {
          what: 'bytes to show the launcher, gzipped',
          ours: kb(size.launcher),
          against: `deep-chat ${kb(peer)}`,
          ratio: times(size.launcher, peer),
          goal: 'at most 2.5 KB',
          reached: size.launcher <= 2.5 * 1_024,
        },
        {
          what: 'bytes to an open chat window, all in, gzipped',
          ours: kb(size.window),
          against: `deep-chat ${kb(peer)}`,
          ratio: times(size.window, peer),
          goal: 'at most 26 KB',
          reached: size.window <= 26 * 1_024,
        },
        {
          what: 'launcher, 4x slowed: main thread',
          ours: ms(task('deskbell')),
          against: `empty element ${ms(task('empty'))}, deep-chat ${ms(task('deep-chat'))}, Typebot ${ms(task('typebot'))}`,
          ratio: `${times(task('deskbell'), task('empty'))} the empty element`,
          goal: 'at most 1.6x',
          reached: ratio <= 1.6,
        },
        {
          what: 'launcher, 4x slowed: long tasks',
          ours: String(long),
          against: `deep-chat ${String(median(runs['deep-chat'].map((run) => run.long)))}`,
          ratio: String(long),
          goal: 'none',
          reached: long === 0,
        },
        {
          what: 'window open after the click, 4x slowed',
          ours: ms(open),
          against: `till the form from the relay is there ${ms(form)}`,
          ratio: ms(open),
          goal: 'at most 130 ms',
          reached: open <= 130,
        },
      ];
    });
  } finally {
    await server.close();
  }
}
