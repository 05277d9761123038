import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { REFUSAL_HELP } from '@deskbell/protocol/refusal-help.js';
import { REFUSALS, type RefusalCode } from '@deskbell/protocol/refusals.js';
import { WebSocketServer } from 'ws';
import type { Deps } from '../deps.js';
import { clientAddress } from './address.js';
import type { Door, Welcome } from './door.js';
import { RelaySocket, join } from './relay-socket.js';

type DoorDeps = Pick<Deps, 'directory' | 'metrics'>;

const serverFor = ({ largest }: Door) =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: largest,
    WebSocket: RelaySocket,
  });

/** The doors for sockets: who may come in at all, before anything is kept for them. */
export class Doors {
  readonly #deps: DoorDeps;
  readonly #proxies: number;
  readonly #doors: ReadonlyMap<string, { readonly door: Door; readonly server: ReturnType<typeof serverFor> }>;
  #isOpen = true;

  /** @param proxies - How many proxies of one's own stand before the relay. */
  constructor(deps: DoorDeps, proxies: number, doors: readonly Door[]) {
    this.#deps = deps;
    this.#proxies = proxies;
    this.#doors = new Map(doors.map((door) => [door.path, { door, server: serverFor(door) }]));
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Open sockets. */
  get size(): number {
    return this.#all.reduce((sum, { size }) => sum + size, 0);
  }

  check(now: number): void {
    for (const door of this.#all) door.check(now);
  }

  terminate(): void {
    for (const door of this.#all) door.terminate();
  }

  /** Lets nobody in any more, and says goodbye to all who are. */
  async close(): Promise<void> {
    this.#isOpen = false;
    await Promise.all(this.#all.map((door) => door.drain()));
  }

  get #all(): Door[] {
    return [...this.#doors.values()].map(({ door }) => door);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const { origin } = request.headers;
    const known = origin === undefined ? undefined : this.#deps.directory.origin(origin);
    const address = clientAddress(request.socket.remoteAddress, request.headers['x-forwarded-for']?.toString(), this.#proxies);
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const found = this.#doors.get(path);
    if (!this.#isOpen) return this.#refuse(socket, 'unavailable', 1_000);
    if (!found) return this.#refuse(socket, 'not-found');
    if (origin !== undefined && known === undefined) return this.#refuse(socket, 'wrong-origin');
    const { door, server } = found;
    if (!door.hasRoomFor(address)) return this.#refuse(socket, 'slow-down', 10_000);
    const welcome = door.open({ query: new URLSearchParams(query), address, origin: known });
    const enter = (opened: Welcome | RefusalCode): void => {
      if (typeof opened === 'string') return this.#refuse(socket, opened);
      if (!this.#isOpen) return this.#refuse(socket, 'unavailable', 1_000);
      server.handleUpgrade(request, socket, head, (client) => join(client, opened(client, socket)));
    };
    if (welcome instanceof Promise) void welcome.then(enter);
    else enter(welcome);
  }

  /** The answer that HTTP has for it, in the shape of all others. */
  #refuse(socket: Duplex, code: RefusalCode, retryAfter?: number): void {
    this.#deps.metrics.refused(code);
    const { status } = REFUSALS[code];
    const body = JSON.stringify({ error: { code, detail: REFUSAL_HELP[code], ...(retryAfter === undefined ? {} : { retryAfter }) } });
    const lines = [
      `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
      'Content-Type: application/json',
      `Content-Length: ${String(Buffer.byteLength(body))}`,
      'Connection: close',
      ...(retryAfter === undefined ? [] : [`Retry-After: ${String(Math.ceil(retryAfter / 1_000))}`]),
    ];
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  }
}
