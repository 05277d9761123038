import type { Readable } from 'node:stream';

/** What a scanner is told of a file. */
export interface Scanned {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** Looks for what would harm whoever opens a file. */
export interface Scanner {
  /** Whether the file is clean. Throws where that could not be found out: the file stays where it is then. */
  isClean(file: Scanned, bytes: Readable): Promise<boolean>;
}
