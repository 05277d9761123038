import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { MAX_FRAME } from '@deskbell/protocol/text.js';
import { REFUSAL_HELP } from '@deskbell/protocol/refusal-help.js';
import { REFUSALS, type RefusalCode } from '@deskbell/protocol/refusals.js';
import { WebSocketServer } from 'ws';
import { clientAddress } from './address.js';
import { RelaySocket, join } from './relay-socket.js';
import type { SessionDeps } from './session-deps.js';
import { Session } from './session.js';
import { Sessions } from './sessions.js';

/** Where sockets are opened. */
export const SOCKET_PATH = '/v1/socket';

/** The door for sockets: who may come in at all, before anything is kept for them. */
export class SocketDoor {
  readonly sessions: Sessions;
  readonly #deps: SessionDeps;
  readonly #proxies: number;
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_FRAME,
    WebSocket: RelaySocket,
  });
  #isClosed = false;

  /** @param proxies - How many proxies of one's own stand before the relay. */
  constructor(deps: SessionDeps, proxies: number) {
    this.#deps = deps;
    this.#proxies = proxies;
    this.sessions = new Sessions(deps.limits, deps.metrics);
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Lets nobody in any more, and says goodbye to all who are. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.sessions.drain();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const { origin } = request.headers;
    const known = origin === undefined ? undefined : this.#deps.directory.origin(origin);
    const address = clientAddress(request.socket.remoteAddress, request.headers['x-forwarded-for']?.toString(), this.#proxies);
    if (this.#isClosed) return this.#refuse(socket, 'unavailable', 1_000);
    if (request.url?.split('?', 1)[0] !== SOCKET_PATH) return this.#refuse(socket, 'not-found');
    if (origin !== undefined && known === undefined) return this.#refuse(socket, 'wrong-origin');
    if (!this.sessions.hasRoomFor(address)) return this.#refuse(socket, 'slow-down', 10_000);
    this.#server.handleUpgrade(request, socket, head, (client) => this.#welcome(client, socket, address, known));
  }

  #welcome(client: RelaySocket, socket: Duplex, address: string, origin: string | undefined): void {
    const session = new Session(this.#deps, this.sessions, client, socket, address, origin);
    this.sessions.add(session);
    join(client, session);
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
