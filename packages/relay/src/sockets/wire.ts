import type { Duplex } from 'node:stream';

/** A text frame of RFC 6455 as a server sends it: whole, not masked, so the same bytes serve every socket. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = 0x81;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, header);
  return frame;
}

/**
 * Writes frames to sockets. What is told to many is made into bytes once, and whatever one turn of the event loop has for a socket goes
 * out with one call to the system: together that is most of what a message costs.
 */
export class Wire {
  readonly #corked: Duplex[] = [];
  // What was written last is what the next socket gets, as a telling goes to all its sockets in a row.
  #text = '';
  #frame: Buffer = Buffer.alloc(0);

  /** @param sent - Called when the bytes are on their way, or the socket is gone. */
  write(socket: Duplex, text: string, sent?: () => void): void {
    if (socket.writableCorked === 0) {
      socket.cork();
      if (this.#corked.push(socket) === 1) setImmediate(() => this.#flush());
    }
    if (text !== this.#text) {
      this.#text = text;
      this.#frame = textFrame(text);
    }
    socket.write(this.#frame, sent);
  }

  /** Hands over at once what one socket has, for whoever wants to know how much of it is taken. */
  flush(socket: Duplex): void {
    if (socket.writableCorked === 0) return;
    this.#corked.splice(this.#corked.indexOf(socket), 1);
    socket.uncork();
  }

  #flush(): void {
    for (const socket of this.#corked.splice(0)) socket.uncork();
  }
}
