import type { Readable } from 'node:stream';

/** A file as the port knows it. */
export interface Kept {
  readonly id: string;
  /** What `begin` gave. */
  readonly upload: string;
  /** Bytes, when it is whole. */
  readonly size: number;
}

/** A file itself, or the small picture that the relay made of it. */
export type Whole = 'whole' | 'thumbnail';

/** How a file is handed out, and to whom. */
export interface Delivery {
  readonly type: string;
  readonly name: string;
  /** Whether a browser may show it; it is saved otherwise. */
  readonly inline: boolean;
  /** Whom the address is for. */
  readonly reader: string;
  /** When the address ends, ms. */
  readonly until: number;
}

/** Some of a file, from the first byte to the last, both of them included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What comes of an address of the relay's own. */
export interface Delivered {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Readable | null;
}

/** What stands behind the addresses of a port that has none of its own: `/v1/blobs/:id/:what?...`. A wrong or ended signature is `not-found`. */
export interface FilesDoor {
  /** Takes a part in, as it comes. Rejects with `malformed` where it is not as long as it was to be, and keeps nothing of it then. */
  put(id: string, part: string, query: Readonly<Record<string, string>>, length: number | undefined, bytes: Readable): Promise<void>;
  get(id: string, what: string, query: Readonly<Record<string, string>>, range: string | undefined): Promise<Delivered>;
}

/**
 * Where the bytes of attachments are kept. They never pass through the relay's memory as a whole, and parts go straight to where they are
 * kept. Where that cannot be reached everything rejects with `unavailable`. The contract suite in contract.ts runs on every driver.
 */
export interface FilesPort {
  /** There where the addresses it gives are paths of the relay. */
  readonly door?: FilesDoor;
  /** The length of each part, but for the last, of a file of that many bytes. */
  partSize(size: number): number;
  /** Makes room for a file; what it gives names the upload from then on. */
  begin(id: string): Promise<string>;
  /** The parts that are there whole, ascending from 1. */
  have(file: Kept): Promise<number[]>;
  /** Where a part can be PUT till then. */
  partAddress(file: Kept, part: number, until: number): Promise<string>;
  /** Makes one file of the parts, to which nothing can be added any more. False where some are missing. Safe to call twice. */
  finish(file: Kept): Promise<boolean>;
  read(id: string, what: Whole, range?: Range): Promise<Readable>;
  writeThumbnail(id: string, bytes: Buffer): Promise<void>;
  /** Where a file can be got till then. */
  address(id: string, what: Whole, delivery: Delivery): Promise<string>;
  /** Takes a file away, whole or not; nothing where it is gone. */
  remove(file: Kept): Promise<void>;
}
