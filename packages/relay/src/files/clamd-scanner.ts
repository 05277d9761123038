import { connect } from 'node:net';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import type { Scanned, Scanner } from './scanner.js';

/** How long clamd may be silent, ms. */
const PATIENCE = 300_000;

const COMMAND = Buffer.from('zINSTREAM\0');
const END = Buffer.alloc(4);

/** Each chunk with its length before it, and a length of nothing at the end. */
function framed(): Transform {
  let isFirst = true;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      done(null, Buffer.concat([...(isFirst ? [COMMAND] : []), length, chunk]));
      isFirst = false;
    },
    flush(done) {
      done(null, END);
    },
  });
}

/** clamd over TCP, by its command INSTREAM (man 8 clamd). Its `StreamMaxLength` has to be as much as the largest file. */
export class ClamdScanner implements Scanner {
  readonly #host: string;
  readonly #port: number;

  /** @param address - `host`, or `host:port`; the port is 3310 where it is left out. */
  constructor(address: string) {
    const [, host = address, port = '3310'] = /^(.*?)(?::(\d+))?$/.exec(address) ?? [];
    this.#host = host;
    this.#port = Number(port);
  }

  async isClean(_: Scanned, bytes: Readable): Promise<boolean> {
    const socket = connect({ host: this.#host, port: this.#port });
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd does not answer')));
    const answered = text(socket);
    const sent = pipeline(bytes, framed(), socket, { end: false });
    try {
      // It may say no before it has heard everything, and hang up.
      const [answer] = await Promise.all([answered, sent.catch(() => undefined)]);
      if (/: OK\0?\s*$/.test(answer)) return true;
      if (/ FOUND\0?\s*$/.test(answer)) return false;
      throw new Error(`clamd answered ${JSON.stringify(answer.slice(0, 200))}`);
    } finally {
      bytes.destroy();
      socket.destroy();
    }
  }
}
