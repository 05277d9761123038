import { createServer } from 'node:http';
import { once } from 'node:events';
import { after } from 'node:test';
import { build } from 'esbuild';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import type { CallPage } from '../packages/calls/src/testing/call-page.js';

/** What is in the pages. */
export type InPage = typeof globalThis & CallPage;

/** What browsers need for calls, besides what they need to reach each other. */
export const CALL_FLAGS = ['--autoplay-policy=no-user-gesture-required', '--host-resolver-rules=MAP shop.example 127.0.0.1'];

/** A server of pages with ends of calls in them. Returns its port. */
export async function serveCallPages(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ['packages/calls/src/testing/call-page.ts'],
    bundle: true,
    format: 'esm',
    conditions: ['deskbell-source'],
    tsconfig: 'tsconfig.base.json',
    write: false,
  });
  const script = outputFiles[0]?.text ?? '';
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** Opens a page in which there can be calls. */
export async function callPage(context: BrowserContext, port: number, host = 'localhost'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://${host}:${String(port)}`);
  await page.waitForFunction(() => 'PageEnd' in globalThis);
  return page;
}

/** Pitches of people, Hz: far enough from each other, and from their overtones. */
export const PITCHES = { ana: 1_000, ben: 1_350, cleo: 1_800, dan: 2_300, eve: 2_900, fay: 3_500 } as const;
export type Name = keyof typeof PITCHES;

/** Settles when one hears a person: their own pitch, and nothing louder. */
export async function hears(page: Page, who: string, of: Name): Promise<void> {
  await page.waitForFunction(([me, peer, hz]) => (globalThis as InPage).ends[me]?.hears(peer, hz) === true, [
    who,
    of,
    PITCHES[of],
  ] as const);
}

/** Settles when nothing of a person's voice was heard for a whole second of sound. */
export async function isWithout(page: Page, who: string, of: Name): Promise<void> {
  await page.waitForFunction(
    ([me, peer, hz]) => {
      const end = (globalThis as InPage).ends[me];
      if (!end) return false;
      const looks = globalThis as unknown as { since?: number };
      const now = end.call.context.currentTime;
      if (!end.isWithout(peer, hz)) delete looks.since;
      else if (now - (looks.since ??= now) > 1) return delete looks.since;
      return false;
    },
    [who, of, PITCHES[of]] as const,
  );
}

/** Makes ends in a page that all talk with each other. */
export async function meet(page: Page, ...names: readonly Name[]): Promise<void> {
  await page.evaluate(
    async ([all, pitches]) => {
      const { PageEnd, ends } = globalThis as InPage;
      for (const name of all) ends[name] = new PageEnd(name, pitches[name]);
      for (const name of all) {
        await ends[name]!.call.capture('microphone', true);
        ends[name]!.talk(all.filter((other) => other !== name));
      }
    },
    [names, PITCHES] as const,
  );
}
