import { WebSocket, type RawData } from 'ws';

/** What is at our end of a socket. */
export interface Visitor {
  receive(data: Buffer, isBinary: boolean): void;
  /** The library found a fault in what came, and closes the socket itself. */
  fail(code: string | undefined): void;
  /** The socket is gone: nothing of it stays behind. */
  end(): void;
}

/** A socket that knows its visitor, so that the same listeners serve all: closures of each socket's own would cost more memory than a session. */
export class RelaySocket extends WebSocket {
  visitor: Visitor | undefined;
}

function receive(this: WebSocket, data: RawData, isBinary: boolean): void {
  // The library hands over one buffer, since nobody asked it for anything else.
  if (this instanceof RelaySocket) this.visitor?.receive(data as Buffer, isBinary);
}

function fail(this: WebSocket, fault: NodeJS.ErrnoException): void {
  if (this instanceof RelaySocket) this.visitor?.fail(fault.code);
}

function end(this: WebSocket): void {
  if (this instanceof RelaySocket) this.visitor?.end();
}

/** Joins a socket and what is at our end of it. */
export function join(socket: RelaySocket, visitor: Visitor): void {
  socket.visitor = visitor;
  socket.on('message', receive);
  socket.on('error', fail);
  socket.on('close', end);
}
