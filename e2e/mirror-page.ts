import { createServer } from 'node:http';
import { once } from 'node:events';
import { after } from 'node:test';
import { build } from 'esbuild';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import type { MirrorSide } from '../packages/protocol/src/cobrowse.js';

const SCRIPT = `
import { openChannel } from '@deskbell/cobrowse/link/channel.js';
const read = new TextDecoder(), write = new TextEncoder();
globalThis.join = (relay, side) => {
  const end = { told: [], frames: [] };
  end.channel = openChannel({
    relay,
    side,
    pass: () => globalThis.givePass(side),
    listener: {
      met: () => end.told.push('met'),
      frame: (frame) => end.frames.push(read.decode(frame)),
      parted: (why) => end.told.push('parted ' + why),
      ended: (why) => end.told.push('ended ' + why),
    },
  });
  end.say = (texts) => texts.forEach((text) => end.channel.send(write.encode(text)));
  globalThis.end = end;
};
`;

interface PageEnd {
  readonly told: string[];
  readonly frames: string[];
  readonly channel: { readonly way: string | undefined; readonly safety: string | undefined; readonly waiting: number };
  say(texts: string[]): void;
}
type Ends = typeof globalThis & { end: PageEnd; join(relay: string, side: string): void };

/** One end of a channel, in a page. */
export interface MirrorPage {
  readonly page: Page;
  say(...texts: string[]): Promise<void>;
  way(way: 'peer' | 'relay'): Promise<void>;
  heard(count: number): Promise<string[]>;
  told(): Promise<string[]>;
  safety(): Promise<string | undefined>;
}

/** A server of pages in which channels can be opened, by this script. Returns its origin. */
export async function serveMirrorPages(script = SCRIPT): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: 'packages/cobrowse', sourcefile: 'page.js' },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    entryNames: 'page',
    conditions: ['deskbell-source'],
    write: false,
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/')), text]));
  files.set('/page.js', files.get('/page.js') ?? files.get('/stdin.js') ?? '');
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.setHeader('Content-Type', file === undefined ? 'text/html' : 'text/javascript');
    response.end(file ?? '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  return `http://localhost:${String((server.address() as AddressInfo).port)}`;
}

/** Opens a page of a person that joins a session. */
export async function mirrorPage(
  context: BrowserContext,
  origin: string,
  relay: string,
  side: MirrorSide,
  pass: () => string,
): Promise<MirrorPage> {
  const page = await context.newPage();
  await page.exposeFunction('givePass', pass);
  await page.goto(origin);
  await page.waitForFunction(() => 'join' in globalThis);
  await page.evaluate(([address, as]) => (globalThis as Ends).join(address, as), [relay, side] as const);
  return {
    page,
    say: (...texts) => page.evaluate((said) => (globalThis as Ends).end.say(said), texts),
    async way(way) {
      await page.waitForFunction((wanted) => (globalThis as Ends).end.channel.way === wanted, way);
    },
    async heard(count) {
      await page.waitForFunction((wanted) => (globalThis as Ends).end.frames.length >= wanted, count);
      return page.evaluate(() => (globalThis as Ends).end.frames);
    },
    told: () => page.evaluate(() => (globalThis as Ends).end.told),
    safety: () => page.evaluate(() => (globalThis as Ends).end.channel.safety),
  };
}
