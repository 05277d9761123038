import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { LocalDoor } from './local-door.js';
import { partLength, partSizeFor, wholeParts } from './parts.js';
import type { Delivery, FilesDoor, FilesPort, Kept, Range, Whole } from './port.js';
import type { Signatures } from './signatures.js';

/** Small enough to come through a slow line before a request is given up. */
const LEAST_PART = 1_048_576;

const isMissing = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === 'ENOENT';

/** Turns what the disk says into what a caller is told: a full or broken disk is `unavailable`. */
async function onDisk<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (fault) {
    if (['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EMFILE'].includes((fault as NodeJS.ErrnoException).code ?? ''))
      throw new RelayError('unavailable', 'The files cannot be written. Send the same again.', { retryAfter: 5_000 });
    throw fault;
  }
}

/** Lets so many bytes through, and no more. */
function exactly(length: number): Transform {
  let left = length;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      left -= chunk.length;
      done(left < 0 ? new RelayError('malformed', 'the part is longer than it was to be') : null, chunk);
    },
    flush(done) {
      done(left > 0 ? new RelayError('malformed', 'the part is shorter than it was to be') : null);
    },
  });
}

interface Piece {
  readonly path: string;
  readonly length: number;
}

/** The bytes of pieces that lie one behind the other. Nothing is opened before it is read. */
async function* bytesOf(pieces: readonly Piece[], { from, to }: Range = { from: 0, to: Infinity }): AsyncGenerator<Buffer> {
  let before = 0;
  for (const { path, length } of pieces) {
    const [start, end] = [Math.max(0, from - before), Math.min(length - 1, to - before)];
    before += length;
    if (start > end) continue;
    for await (const chunk of createReadStream(path, { start, end })) yield chunk as Buffer;
  }
}

/**
 * Files in a folder. A file stays the parts it came in: `arriving/` has what is on its way, `sending/ID/N` a part that is whole, and when all
 * are there the folder is moved to `whole/ID`, where nothing is ever written. What was looked at there is therefore what is handed out.
 */
export class LocalFiles implements FilesPort {
  readonly #folder: string;
  readonly #signatures: Signatures;
  readonly door: FilesDoor;

  constructor(folder: string, signatures: Signatures) {
    this.#folder = folder;
    this.#signatures = signatures;
    this.door = new LocalDoor(this, signatures);
  }

  partSize(size: number): number {
    return partSizeFor(size, LEAST_PART);
  }

  async begin(id: string): Promise<string> {
    await onDisk(() => mkdir(this.#path('sending', id), { recursive: true }));
    return 'folder';
  }

  async have(file: Kept): Promise<number[]> {
    const lengths = (await this.#lengths('sending', file.id)) ?? (await this.#lengths('whole', file.id));
    return wholeParts(file, this.partSize(file.size), lengths ?? new Map());
  }

  partAddress({ id, size }: Kept, part: number, until: number): Promise<string> {
    const bytes = String(partLength(size, this.partSize(size), part));
    const query = this.#signatures.sign(['put', id, String(part)], { bytes, until: String(until) });
    return Promise.resolve(`/v1/blobs/${id}/${String(part)}?${query}`);
  }

  /** Takes in a part that is so long, as it comes. */
  async receive(id: string, part: number, length: number, bytes: Readable): Promise<void> {
    await onDisk(async () => {
      await mkdir(this.#path('arriving'), { recursive: true });
      const arriving = this.#path('arriving', randomUUID());
      try {
        await pipeline(bytes, exactly(length), createWriteStream(arriving, { flags: 'wx', flush: true }));
        // Nowhere any more once the file is whole, or was taken off.
        await rename(arriving, this.#path('sending', id, String(part)));
      } catch (fault) {
        await rm(arriving, { force: true });
        throw isMissing(fault) ? new RelayError('wrong-phase', 'the file takes no parts any more') : fault;
      }
    });
  }

  async finish(file: Kept): Promise<boolean> {
    if (await this.#lengths('whole', file.id)) return true;
    const there = await this.have(file);
    if (there.length < Math.ceil(file.size / this.partSize(file.size))) return false;
    await onDisk(async () => {
      await mkdir(this.#path('whole'), { recursive: true });
      await rename(this.#path('sending', file.id), this.#path('whole', file.id));
    });
    return true;
  }

  async read(id: string, what: Whole, range?: Range): Promise<Readable> {
    const pieces = await this.#pieces(id, what);
    if (!pieces) throw new RelayError('not-found');
    return Readable.from(bytesOf(pieces, range), { objectMode: false });
  }

  /** How long something is, in bytes; undefined where it is not there. */
  async length(id: string, what: Whole): Promise<number | undefined> {
    return (await this.#pieces(id, what))?.reduce((sum, { length }) => sum + length, 0);
  }

  async writeThumbnail(id: string, bytes: Buffer): Promise<void> {
    await onDisk(async () => {
      await mkdir(this.#path('small'), { recursive: true });
      const arriving = this.#path('small', `${id}.${randomUUID()}`);
      await writeFile(arriving, bytes, { flush: true });
      await rename(arriving, this.#path('small', id));
    });
  }

  address(id: string, what: Whole, { type, name, inline, reader, until }: Delivery): Promise<string> {
    const query = this.#signatures.sign(['get', id, what], { type, name, inline: inline ? '1' : '0', reader, until: String(until) });
    return Promise.resolve(`/v1/blobs/${id}/${what}?${query}`);
  }

  async remove({ id }: Kept): Promise<void> {
    for (const place of ['sending', 'whole', 'small']) await rm(this.#path(place, id), { recursive: true, force: true });
  }

  /** What something is made of, in its order; undefined where it is not there. */
  async #pieces(id: string, what: Whole): Promise<readonly Piece[] | undefined> {
    if (what === 'whole') {
      const lengths = await this.#lengths('whole', id);
      const parts = lengths && [...lengths].sort(([a], [b]) => a - b);
      return parts?.map(([part, length]) => ({ path: this.#path('whole', id, String(part)), length }));
    }
    const path = this.#path('small', id);
    try {
      return [{ path, length: (await stat(path)).size }];
    } catch (fault) {
      if (isMissing(fault)) return undefined;
      throw fault;
    }
  }

  /** How long each part is; undefined where there is no such folder. */
  async #lengths(place: string, id: string): Promise<ReadonlyMap<number, number> | undefined> {
    try {
      const names = await readdir(this.#path(place, id));
      const sizes = await Promise.all(names.map(async (name) => (await stat(this.#path(place, id, name))).size));
      return new Map(names.map((name, index) => [Number(name), sizes[index] ?? 0]));
    } catch (fault) {
      if (isMissing(fault)) return undefined;
      throw fault;
    }
  }

  #path(...parts: string[]): string {
    return join(this.#folder, ...parts);
  }
}
