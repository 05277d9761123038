import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/**
 * A WebSocket client with nothing in it but what a load needs: frames out are made once, frames in are cut at their headers and handed
 * on as bytes. The usual clients take more of the processor than the relay that they are to measure.
 */
export class RawSocket {
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  #open = false;
  /** Called with the payload of every text frame. */
  receive: (payload: Buffer) => void = () => undefined;
  closed: (code: number) => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('close', () => this.closed(1006));
    socket.on('error', () => undefined);
  }

  static open(port: number, path: string, headers: Record<string, string> = {}): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const raw = new RawSocket(socket);
      socket.once('error', reject);
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${String(port)}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ];
      for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      socket.on('data', (chunk) => {
        const data = raw.#rest.length === 0 ? chunk : Buffer.concat([raw.#rest, chunk]);
        if (raw.#open) return raw.#cut(data);
        const end = data.indexOf('\r\n\r\n');
        raw.#rest = data;
        if (end < 0) return;
        const status = data.toString('latin1', 0, data.indexOf('\r\n'));
        if (!status.includes(' 101')) return reject(new Error(`the upgrade was refused: ${status}`));
        raw.#open = true;
        raw.#rest = Buffer.alloc(0);
        resolve(raw);
        if (data.length > end + 4) raw.#cut(data.subarray(end + 4));
      });
    });
  }

  #cut(data: Buffer): void {
    let at = 0;
    for (;;) {
      if (data.length - at < 2) break;
      const code = (data[at] ?? 0) & 0x0f;
      const small = (data[at + 1] ?? 0) & 0x7f;
      const header = small === 126 ? 4 : small === 127 ? 10 : 2;
      if (data.length - at < header) break;
      const length = small === 126 ? data.readUInt16BE(at + 2) : small === 127 ? Number(data.readBigUInt64BE(at + 2)) : small;
      if (data.length - at < header + length) break;
      const payload = data.subarray(at + header, at + header + length);
      if (code === 1) this.receive(payload);
      else if (code === 8) this.closed(payload.length >= 2 ? payload.readUInt16BE(0) : 1005);
      else if (code === 9) this.#socket.write(frame(payload, 10));
      at += header + length;
    }
    this.#rest = at === data.length ? Buffer.alloc(0) : data.subarray(at);
  }

  send(bytes: Buffer): void {
    this.#socket.write(bytes);
  }

  say(value: unknown): void {
    this.send(frame(Buffer.from(JSON.stringify(value))));
  }

  end(): void {
    this.#socket.destroy();
  }
}

/** A masked frame; the mask is zero, so that the payload stands in it as it is. */
export function frame(payload: Buffer, code = 1): Buffer {
  const extra = payload.length < 126 ? 0 : 2;
  if (payload.length > 65_535) throw new Error('a payload of the load fits into 16 bits');
  const out = Buffer.alloc(6 + extra + payload.length);
  out[0] = 0x80 | code;
  out[1] = 0x80 | (extra === 0 ? payload.length : 126);
  if (extra !== 0) out.writeUInt16BE(payload.length, 2);
  payload.copy(out, 6 + extra);
  return out;
}
