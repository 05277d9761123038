import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PageTeller } from '@deskbell/cobrowse/testing/told-page.js';
import type { FromView, ToView } from '@deskbell/cobrowse/replay/view-port.js';
import { Encoder } from '@deskbell/cobrowse/wire/encoder.js';
import { assetRoutes, readAssets } from '@deskbell/relay/http/assets.js';
import { cobrowseViewRoutes } from '@deskbell/relay/http/cobrowse-view.js';
import { checkSettings } from '@deskbell/relay/settings/check-settings.js';
import { Directory } from '@deskbell/relay/settings/directory.js';
import { testSettings } from '@deskbell/relay/testing/settings.js';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import type { TestBrowser } from './browser.js';

// The agent's view of a page, as the relay serves it, in a page of another origin; and a site, and a place that is none of the site's. For cookies
// they are all one site, so that none is left out for that.

/** What somebody was asked for. */
interface Asked {
  readonly path: string;
  readonly cookie: string | undefined;
  readonly referer: string | undefined;
}

/** A server that writes down what it is asked for. */
async function server(answer: (path: string) => { type: string; body: string | Buffer }) {
  const asked: Asked[] = [];
  const http = createServer((request, response) => {
    const { url: path = '', headers } = request;
    asked.push({ path, cookie: headers.cookie, referer: headers.referer });
    const { type, body } = answer(path);
    response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  after(() => http.close());
  return { url: `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`, asked };
}

export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const desk = await server(() => ({
  type: 'text/html',
  body: '<!doctype html><title>CRM</title><input id="note"><div id="place"></div>',
}));
export const shop = await server((path) =>
  path.endsWith('.html') ? { type: 'text/html', body: 'shop' } : { type: 'image/png', body: PIXEL },
);
export const elsewhere = await server(() => ({ type: 'image/png', body: PIXEL }));

const settings = testSettings({
  agents: { secret: 'the secret of the desk, known to its server only', origins: [desk.url] },
  sites: [{ key: 'shop', name: 'Shop', origins: [shop.url], queue: 'front' }],
});
const directory = new Directory(checkSettings(settings));
const assets = await readAssets(fileURLToPath(new URL('../packages/cobrowse/cdn', import.meta.url)));
const relay = createServer((request, response) => void listener(request, response));
const listener = getRequestListener(new Hono().route('/cobrowse', cobrowseViewRoutes({ directory })).route('/', assetRoutes(assets)).fetch);
relay.listen(0, '127.0.0.1');
await once(relay, 'listening');
after(() => relay.close());
export const RELAY = `http://127.0.0.1:${String((relay.address() as AddressInfo).port)}`;

declare global {
  interface Window {
    heard?: FromView[];
    say?: (message: ToView) => void;
    attacked?: string;
  }
}

/** An agent's page with the view in it, and the stream that goes there. */
export async function watch(browser: TestBrowser) {
  const person = await browser.person();
  const page = await person.newPage();
  await page.goto(desk.url);
  await page.evaluate(async (url) => {
    const frame = document.createElement('iframe');
    frame.src = `${url}/cobrowse/view?site=shop`;
    frame.title = 'The customer’s page';
    frame.style.cssText = 'width: 1000px; height: 600px; border: 0';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.querySelector('#place')?.append(frame);
    await loaded;
    const { port1, port2 } = new MessageChannel();
    const heard: FromView[] = [];
    window.heard = heard;
    port1.onmessage = ({ data }: MessageEvent<FromView>) => heard.push(data);
    window.say = (message) => port1.postMessage(message);
    frame.contentWindow?.postMessage({ type: 'deskbell-view' }, url, [port2]);
  }, RELAY);
  await heard(page, 'ready');
  const frames: Uint8Array[] = [];
  const encoder = new Encoder((frame) => frames.push(frame));
  const teller = new PageTeller(encoder);
  let parts = 0;
  /** Sends what was told, and waits till it is on the screen. */
  const send = async (): Promise<void> => {
    while (encoder.flush());
    const sent = frames.splice(0).map((frame) => [...frame.subarray(1)]);
    parts += sent.length;
    await page.evaluate((each) => each.forEach((part) => window.say?.({ type: 'mirror', part: new Uint8Array(part).buffer })), sent);
    await page.waitForFunction((wanted) => window.heard?.some((each) => each.type === 'shown' && each.parts === wanted), parts);
  };
  await page.evaluate(() => window.say?.({ type: 'begin' }));
  const view = page.frames().find((frame) => frame.url().startsWith(RELAY));
  assert.ok(view);
  return { page, teller, encoder, send, view };
}

/** Waits till the view has said that. */
export async function heard(page: Page, type: FromView['type']): Promise<FromView> {
  const handle = await page.waitForFunction((wanted) => window.heard?.find((each) => each.type === wanted), type);
  return (await handle.jsonValue()) as FromView;
}

export const inPage = <T>(view: Awaited<ReturnType<typeof watch>>['view'], look: (content: Document) => T): Promise<T> =>
  view.evaluate(`(${look.toString()})(document.querySelector('iframe').contentDocument)`);
