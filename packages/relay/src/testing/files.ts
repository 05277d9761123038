import type { FileState } from '@deskbell/protocol/attachments.js';
import sharp from 'sharp';
import { v7 } from 'uuid';
import type { TestRelay } from './relay.js';

/** What is sent up, and how it is called. */
export interface Sent {
  readonly id?: string;
  readonly name?: string;
  readonly bytes: Uint8Array<ArrayBuffer> | string;
  /** What the sender says of its length; the truth where left out. */
  readonly size?: number;
  readonly alt?: string;
}

const bytesOf = (bytes: Sent['bytes']): Uint8Array<ArrayBuffer> => (typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);

/** Somebody who sends files up to a relay, as a browser does. */
export class TestSender {
  readonly #relay: TestRelay;
  readonly #token: string;

  constructor(relay: TestRelay, token: string) {
    this.#relay = relay;
    this.#token = token;
  }

  ask(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.#relay.url}/v1/files${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** The code of a refusal, or the state that a file is in. */
  async tell(method: string, path: string, body?: unknown): Promise<string> {
    const answer = (await (await this.ask(method, path, body)).json()) as FileState & { error?: { code: string } };
    return answer.error?.code ?? answer.state;
  }

  async begin({ id = v7(), name = 'file.bin', bytes, size = bytesOf(bytes).length, alt }: Sent): Promise<{ id: string; state: FileState }> {
    const answer = await this.ask('POST', '', { id, name, size, type: 'image/png', ...(alt !== undefined && { alt }) });
    return { id, state: (await answer.json()) as FileState };
  }

  async address(path: string): Promise<string> {
    const method = path.includes('/parts/') ? 'POST' : 'GET';
    const { address } = (await (await this.ask(method, path)).json()) as { address: string };
    return new URL(address, this.#relay.url).href;
  }

  async put(id: string, part: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    return fetch(await this.address(`/${id}/parts/${String(part)}`), { method: 'PUT', body: bytes });
  }

  async state(id: string): Promise<FileState> {
    return (await (await this.ask('GET', `/${id}`)).json()) as FileState;
  }

  async complete(id: string): Promise<FileState> {
    return (await (await this.ask('POST', `/${id}/complete`)).json()) as FileState;
  }

  /** Sends a file up from its beginning to its end. */
  async upload(sent: Sent): Promise<FileState & { id: string }> {
    const { id, state } = await this.begin(sent);
    if (state.state === 'refused') return { id, ...state };
    const bytes = bytesOf(sent.bytes);
    for (let part = 1; part <= state.parts; part += 1) {
      await this.put(id, part, bytes.slice((part - 1) * state.partSize, part * state.partSize));
    }
    return { id, ...(await this.complete(id)) };
  }

  /** Gets a file, by an address of one's own. */
  async get(id: string, as: 'whole' | 'thumbnail' = 'whole', headers: Record<string, string> = {}): Promise<Response> {
    return fetch(await this.address(`/${id}/address?as=${as}`), { headers });
  }
}

/** A picture that is one. */
export const picture = async (
  width = 40,
  height = 30,
  format: 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' = 'png',
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#aa5522' } })
      .toFormat(format)
      .toBuffer(),
  );
