import { once } from 'node:events';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';

// Where something may have got to that belongs nowhere.

/** The files under a folder that hold a text; of a database, what it has on the disk, its write-ahead log too. */
export function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    try {
      return statSync(path).isFile() && readFileSync(path).includes(text);
    } catch {
      // Gone meanwhile.
      return false;
    }
  });
}

/** Everything that goes over a NATS, from now on. */
export async function overhear(url: string): Promise<{ readonly heard: () => string; readonly stop: () => void }> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
    if (text.includes('PING\r\n')) socket.write('PONG\r\n');
  });
  await once(socket, 'data');
  socket.write('CONNECT {"verbose":false}\r\nSUB > 1\r\nPING\r\n');
  while (!heard.includes('PONG\r\n')) await once(socket, 'data');
  return { heard: () => heard, stop: () => socket.destroy() };
}

/** What a page sends and gets, but for answers to what is asked at one of the addresses left out. */
export class Wire {
  readonly frames: string[] = [];
  readonly bodies: string[] = [];
  readonly #reading: Promise<void>[] = [];

  constructor(context: BrowserContext, isLeftOut: (url: string) => boolean = () => false) {
    context.on('page', (page) => this.#tap(page, isLeftOut));
  }

  /** Both, once everything that came has been read. */
  async all(): Promise<string> {
    await Promise.all(this.#reading);
    return [...this.frames, ...this.bodies].join('\n');
  }

  #tap(page: Page, isLeftOut: (url: string) => boolean): void {
    page.on('websocket', (socket) => {
      const keep = ({ payload }: { payload: string | Buffer }): void => void this.frames.push(String(payload));
      socket.on('framesent', keep);
      socket.on('framereceived', keep);
    });
    page.on('request', (request) => void this.bodies.push(`${request.url()} ${request.postData() ?? ''}`));
    page.on('response', (response) => {
      if (isLeftOut(response.url()) || !new URL(response.url()).pathname.startsWith('/v1/')) return;
      this.#reading.push(
        response.text().then(
          (text) => void this.bodies.push(text),
          () => undefined,
        ),
      );
    });
  }
}

/** Everything that a page keeps: storages, databases, caches, its history's state, its name. */
export const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const all = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('it cannot be read', { cause: request.error }));
      });
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, window.name, location.href];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await all(indexedDB.open(name));
      for (const store of database.objectStoreNames) found.push(await all(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(await (await cache.match(request))?.text());
    }
    return JSON.stringify(found);
  });

/** Everything that stands in a page or a frame: in shadow roots, boxes, frames that can be looked into, and adopted sheets too. */
export const standingIn = (page: Page | Frame): Promise<string> =>
  page.evaluate(() => {
    const textOf = (root: Document | ShadowRoot): string => {
      const own = [...root.querySelectorAll('*')].map((element) => {
        const attributes = [...element.attributes].map(({ value }) => value);
        const typed = 'value' in element ? String(element.value) : '';
        const inside = 'contentDocument' in element ? (element.contentDocument as Document | null) : null;
        return [...attributes, typed, element.shadowRoot ? textOf(element.shadowRoot) : '', inside ? textOf(inside) : ''].join(' ');
      });
      const sheets = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
      const text = 'host' in root ? root.textContent : `${root.title} ${root.documentElement.textContent}`;
      return [text, ...own, ...sheets].join('\n');
    };
    return textOf(document);
  });

/** What is sent over the data channels of a person's pages from now on, with what is no text read as Latin-1. */
export async function tapChannels(context: BrowserContext): Promise<string[]> {
  const sent: string[] = [];
  await context.exposeFunction('sentByPeer', (text: string) => void sent.push(text));
  await context.addInitScript(() => {
    const { sentByPeer } = window as unknown as { sentByPeer(text: string): void };
    const { send } = RTCDataChannel.prototype as unknown as { send(this: RTCDataChannel, data: unknown): void };
    const tapped = function (this: RTCDataChannel, data: string | ArrayBuffer | ArrayBufferView): void {
      const bytes = typeof data === 'string' ? [] : new Uint8Array(ArrayBuffer.isView(data) ? data.buffer : data);
      sentByPeer(typeof data === 'string' ? data : Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      send.call(this, data);
    };
    Object.assign(RTCDataChannel.prototype, { send: tapped });
  });
  return sent;
}

/** A text, and behind it what its parts in base64 say. */
export const decoded = (text: string): string =>
  [text, ...(text.match(/[\w+/-]{16,}={0,2}/g) ?? []).map((part) => Buffer.from(part, 'base64').toString('latin1'))].join('\n');
