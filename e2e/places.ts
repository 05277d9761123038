import { once } from 'node:events';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

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

/** Everything that stands in a page, in shadow roots and boxes too. */
export const standingIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const textOf = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((element) => {
          const own = [...element.attributes].map(({ value }) => value);
          const typed = 'value' in element ? String(element.value) : '';
          return [...own, typed, element.shadowRoot ? textOf(element.shadowRoot) : ''].join(' ');
        })
        .concat(root instanceof ShadowRoot ? [root.textContent] : [])
        .join('\n');
    return `${document.title} ${document.body.textContent} ${textOf(document)}`;
  });
