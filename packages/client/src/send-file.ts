import { addressSchema, fileStateSchema, type Attachment, type FileState } from '@deskbell/protocol/attachments.js';
import { REFUSALS, RelayError } from '@deskbell/protocol/refusals.js';
import type * as v from 'valibot';
import { askAs, type BearerHttp } from './bearer-http.js';
import type { Clock } from './clock.js';
import type { Upload, UploadFault } from './files.js';
import { pathOf } from './http.js';

export interface SendOptions {
  readonly http: BearerHttp;
  readonly clock: Clock;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly file: File;
  readonly upload: Upload;
  /** How far it is. */
  readonly tell: (change: { readonly phase?: 'sending' | 'checking'; readonly sent?: number }) => void;
}

/** What became of a file. */
export interface Sent {
  readonly phase: 'ready' | 'refused';
  readonly why?: UploadFault;
  readonly attachment?: Attachment;
}

/** So many parts of a file are on their way at a time. */
const PARTS_AT_ONCE = 3;

/** How long, in ms, till it is asked again what the relay found. */
const LOOK_AGAIN = 1_000;

/** An address that ended on the way, or a part that got lost, is no reason to give up; so many times in a row are. */
const MAX_TRIES = 3;

class Sending {
  readonly #options: SendOptions;
  readonly #path: string;

  constructor(options: SendOptions) {
    this.#options = options;
    this.#path = `/v1/files/${options.upload.id}`;
  }

  /** Brings a file up: what is there already is not sent again. */
  async run(): Promise<Sent> {
    const { upload, file, tell } = this.#options;
    const { id, name, size, type, alt } = upload;
    let state = await this.#ask('/v1/files', fileStateSchema, { id, name, size, type, ...(alt && { alt }) });
    for (let tries = 0, there = -1; state.state === 'sending' || state.state === 'checking';) {
      if (state.state === 'sending') {
        // As long as there is more with every round it goes on.
        tries = state.have.length > there ? 0 : tries + 1;
        there = state.have.length;
        if (tries >= MAX_TRIES) throw new RelayError('unavailable');
        await this.#sendParts(state);
        tell({ phase: 'checking', sent: file.size });
        state = await this.#completed();
      } else {
        tell({ phase: 'checking', sent: file.size });
        await this.#wait(LOOK_AGAIN);
        state = await this.#ask(this.#path, fileStateSchema);
      }
    }
    const { why, attachment } = state;
    return { phase: state.state, ...(why && { why }), ...(attachment && { attachment }) };
  }

  /** Parts that are missing after all are sent in the next round. */
  async #completed(): Promise<FileState> {
    try {
      return await this.#ask(`${this.#path}/complete`, fileStateSchema, {});
    } catch (fault) {
      if (!(fault instanceof RelayError) || fault.code !== 'wrong-phase') throw fault;
      return this.#ask(this.#path, fileStateSchema);
    }
  }

  async #sendParts({ parts, partSize, have }: FileState): Promise<void> {
    const { file, tell } = this.#options;
    const lengthOf = (part: number) => Math.min(partSize, file.size - (part - 1) * partSize);
    const there = new Set(have);
    const missing = Array.from({ length: parts }, (_, index) => index + 1).filter((part) => !there.has(part));
    let sent = have.reduce((sum, part) => sum + lengthOf(part), 0);
    tell({ phase: 'sending', sent });
    const line = async () => {
      for (let part = missing.shift(); part !== undefined; part = missing.shift()) {
        await this.#sendPart(part, file.slice((part - 1) * partSize, part * partSize));
        tell({ sent: (sent += lengthOf(part)) });
      }
    };
    await Promise.all(Array.from({ length: PARTS_AT_ONCE }, line));
  }

  async #sendPart(part: number, body: Blob): Promise<void> {
    const { http, signal } = this.#options;
    for (let tries = 1; ; tries += 1) {
      const { address } = await this.#ask(`${this.#path}/parts/${String(part)}`, addressSchema, {});
      const url = address.startsWith('/') ? pathOf(http.relay, address) : address;
      const { ok, status } = await http.fetch(url, { method: 'PUT', body, signal });
      if (ok) return;
      if (status >= 500 || tries >= MAX_TRIES) throw new RelayError('unavailable', `a part was answered with ${String(status)}`);
    }
  }

  /** Asks the relay, and does as it says where it wants to be asked later. */
  async #ask<T>(path: string, schema: v.GenericSchema<unknown, T>, body?: object): Promise<T> {
    const { http, signal } = this.#options;
    const post = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    for (;;) {
      try {
        return await askAs(http, path, schema, { signal, ...post });
      } catch (fault) {
        if (!(fault instanceof RelayError) || REFUSALS[fault.code].status !== 429) throw fault;
        await this.#wait(fault.retryAfter ?? LOOK_AGAIN);
      }
    }
  }

  #wait(ms: number): Promise<void> {
    const { clock, signal } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = clock.setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clock.clearTimeout(timer);
        reject(new RelayError('unavailable'));
      });
    });
  }
}

/** Brings a file to the relay, and tells what the relay found. Rejects with a RelayError, and with what `fetch` throws where nobody was reached. */
export const sendFile = (options: SendOptions): Promise<Sent> => new Sending(options).run();
