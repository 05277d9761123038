import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** A request as a service got it. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const answered = (response: ServerResponse, type: string, body: string | Buffer, status = 200): void =>
  void response.writeHead(status, { 'content-type': type }).end(body);

const MEGABYTE = Buffer.alloc(1_024 * 1_024, 'a');

/** Sends 50 MB, as far as anybody reads them. */
function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/plain' });
  let left = 50;
  const more = (): void => {
    while (left-- > 0 && !response.destroyed) if (!response.write(MEGABYTE)) return;
    response.end();
  };
  response.on('drain', more);
  more();
}

/** A service that is good at `/orders`, and otherwise as bad as its path says. */
export class Service {
  readonly got: Got[] = [];
  url = '';
  /** What `/slow` waits for. */
  release: () => void = () => undefined;
  #came: () => void = () => undefined;

  /** Settles with the next request. */
  next(): Promise<void> {
    return new Promise((came) => (this.#came = came));
  }

  async listen(test: TestContext): Promise<this> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        this.got.push({ method, path, headers, body: Buffer.concat(parts).toString() });
        this.#answer(path, response);
        this.#came();
      });
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    test.after(() => {
      server.closeAllConnections();
      server.close();
    });
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return this;
  }

  #answer(path: string, response: ServerResponse): void {
    const last = this.got.at(-1);
    if (path.startsWith('/orders'))
      return answered(response, 'application/json; charset=utf-8', '{"order":{"state":"sent","lines":[1,2]}}');
    if (path === '/echo') return answered(response, 'application/json', JSON.stringify({ ...last?.headers, body: last?.body }));
    if (path === '/text') return answered(response, 'text/plain', 'Done, and dusted.\r\n');
    if (path === '/html') return answered(response, 'text/html', '<!doctype html><script>alert(1)</script>');
    if (path === '/sneaky') return answered(response, 'text/plain', '  <HTML><body onload=alert(1)>');
    if (path === '/binary') return answered(response, 'application/octet-stream', Buffer.from([0, 255, 1, 254]));
    if (path === '/empty') return void response.writeHead(204).end();
    if (path === '/broken') return answered(response, 'text/plain', 'stack trace with everything in it', 500);
    if (path === '/elsewhere') return void response.writeHead(302, { location: '/orders/secret' }).end();
    if (path === '/torn') return void response.destroy();
    if (path === '/huge') return pour(response);
    if (path === '/slow') this.release = () => answered(response, 'text/plain', 'At last.');
  }
}
