import type { Readable } from 'node:stream';
import * as v from 'valibot';
import type { Scanned, Scanner } from './scanner.js';

const answerSchema = v.object({ clean: v.boolean() });

/** How long a scanner may take, ms. */
const PATIENCE = 300_000;

/**
 * A scanner behind an address: the bytes are POSTed to it as they are, with `X-Deskbell-File` (id), `X-Deskbell-Name` (percent-encoded),
 * `X-Deskbell-Size` and `X-Deskbell-Type`. It answers 200 with `{"clean": true}` or `{"clean": false}`.
 */
export class HttpScanner implements Scanner {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  async isClean({ id, name, size, type }: Scanned, bytes: Readable): Promise<boolean> {
    try {
      const answer = await fetch(this.#address, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/octet-stream',
          'X-Deskbell-File': id,
          'X-Deskbell-Name': encodeURIComponent(name),
          'X-Deskbell-Size': String(size),
          'X-Deskbell-Type': type,
        },
        body: bytes as unknown as ReadableStream<Uint8Array>,
        duplex: 'half',
        signal: AbortSignal.timeout(PATIENCE),
      } as RequestInit);
      if (!answer.ok) throw new Error(`the scanner answered ${String(answer.status)}`);
      return v.parse(answerSchema, await answer.json()).clean;
    } finally {
      bytes.destroy();
    }
  }
}
