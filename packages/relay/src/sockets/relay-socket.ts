import { WebSocket, type RawData } from 'ws';
import type { Session } from './session.js';

/** A socket that knows its session, so that the same listeners serve all: closures of each socket's own would cost more memory than its session. */
export class RelaySocket extends WebSocket {
  session: Session | undefined;
}

function receive(this: WebSocket, data: RawData, isBinary: boolean): void {
  // The library hands over one buffer, since nobody asked it for anything else.
  if (this instanceof RelaySocket) this.session?.receive(data as Buffer, isBinary);
}

function fail(this: WebSocket, fault: NodeJS.ErrnoException): void {
  if (this instanceof RelaySocket) this.session?.fail(fault.code);
}

function end(this: WebSocket): void {
  if (this instanceof RelaySocket) this.session?.end();
}

/** Joins a socket and its session. */
export function join(socket: RelaySocket, session: Session): void {
  socket.session = session;
  socket.on('message', receive);
  socket.on('error', fail);
  socket.on('close', end);
}
