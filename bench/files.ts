import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { FileState } from '@deskbell/protocol/attachments.js';
import type { Figure } from './figures.js';
import { ServerProcess } from './relay/processes.js';

const SIZE = 2 ** 30;
/** Where the upload is cut. */
const CUT = 0.6;
const AT_ONCE = 3;
const MEGABYTE = 1_048_576;

const noise = randomBytes(4 * MEGABYTE);

/** Brings a file up as the client does, and counts what it sends. */
class Sender {
  readonly #url: string;
  readonly #token: string;
  readonly #id = randomUUID();
  sent = 0;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async #ask<T>(path: string, body: object): Promise<T> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${this.#url}/v1/files${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** @param most - How many bytes are sent at the most before it is cut. */
  async run(most = Infinity): Promise<FileState> {
    const state = await this.#ask<FileState>('', { id: this.#id, name: 'large.bin', size: SIZE, type: '' });
    const there = new Set(state.have);
    const missing = Array.from({ length: state.parts }, (_, index) => index + 1).filter((part) => !there.has(part));
    const began = this.sent;
    const line = async (): Promise<void> => {
      for (let part = missing.shift(); part !== undefined && this.sent - began < most; part = missing.shift()) {
        const { address } = await this.#ask<{ address: string }>(`/${this.#id}/parts/${part}`, {});
        const body = noise.subarray(0, Math.min(state.partSize, SIZE - (part - 1) * state.partSize));
        const { status } = await fetch(`${this.#url}${address}`, { method: 'PUT', body });
        if (status !== 204) throw new Error(`a part was answered with ${status}`);
        this.sent += body.length;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
    return most === Infinity ? this.#ask<FileState>(`/${this.#id}/complete`, {}) : state;
  }
}

/** What an upload of 1 GB costs the relay's memory, and what is sent again after a cut. */
export async function files(): Promise<Figure[]> {
  const server = await ServerProcess.start('deskbell.ts', 'durable', '1');
  try {
    const token = server.members.find(({ side }) => side === 'customer')?.token ?? '';
    const sender = new Sender(`http://127.0.0.1:${server.port}`, token);
    await new Sender(`http://127.0.0.1:${server.port}`, token).run(64 * MEGABYTE);
    const before = (await server.usage(true)).memory.rss;
    let most = before;
    const stop = new AbortController();
    const watch = (async () => {
      while (!stop.signal.aborted) {
        most = Math.max(most, (await server.usage()).memory.rss);
        await setTimeout(250);
      }
    })();
    const began = performance.now();
    await sender.run(CUT * SIZE);
    const { state } = await sender.run();
    const seconds = (performance.now() - began) / 1_000;
    stop.abort();
    await watch;
    if (state !== 'ready') throw new Error(`the file is ${state}`);
    const [grown, again] = [most - before, sender.sent - SIZE];
    return [
      {
        what: 'upload of 1 GB, cut at 60 %: what the relay’s memory grows by at most',
        ours: `${(grown / MEGABYTE).toFixed(1)} MB`,
        against: `resident before ${(before / MEGABYTE).toFixed(0)} MB, ${(SIZE / MEGABYTE / seconds).toFixed(0)} MB/s`,
        ratio: `${(grown / MEGABYTE).toFixed(1)} MB`,
        goal: 'at most 32 MB',
        reached: grown <= 32 * MEGABYTE,
      },
      {
        what: 'the same upload: bytes sent again after the cut',
        ours: `${(again / MEGABYTE).toFixed(1)} MB`,
        against: `sent ${(sender.sent / MEGABYTE).toFixed(0)} MB in all`,
        ratio: `${((again / SIZE) * 100).toFixed(1)} %`,
        goal: 'none of a part that was there',
        reached: again === 0,
      },
    ];
  } finally {
    await server.stop();
  }
}
