import type { FileFault } from '@deskbell/protocol/attachments.js';
import type { Side } from '@deskbell/protocol/people.js';

/** Whose a file is. */
export interface Uploader {
  readonly workspace: string;
  readonly side: Side;
  /** The id of the customer or agent. */
  readonly uploader: string;
}

/** A file that somebody wants to send. */
export interface NewFile extends Uploader {
  readonly id: string;
  /** Cleaned. */
  readonly name: string;
  /** Bytes, as the uploader says; checked when they are there. */
  readonly size: number;
  readonly alt: string;
  readonly at: number;
  /** When it is cleared away unless it was sent, ms. */
  readonly due: number;
}

/** How far a file is. `gone`: it is being cleared away. */
export type FileRowState = 'sending' | 'checking' | 'ready' | 'refused' | 'gone';

export interface FileRow extends Uploader {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly alt: string;
  readonly state: FileRowState;
  readonly why: FileFault | null;
  /** The media type, told from the bytes; null till they were looked at. */
  readonly type: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnail: boolean;
  /** What the port calls the upload; empty before it began. */
  readonly upload: string;
  /** Till when a relay looks at it, ms. */
  readonly leasedUntil: number;
  /** Where it was sent; null before. */
  readonly conversation: string | null;
}

export type FileChange = Partial<
  Pick<FileRow, 'name' | 'state' | 'why' | 'type' | 'width' | 'height' | 'thumbnail' | 'leasedUntil' | 'upload'>
>;

/** The part of the store that knows of files; what they hold is the files port's. */
export interface FilesStore {
  /** Notes a file, and when it is due. The one that is there where its uploader began it before; rejects with `id-used` where it is anything else. */
  startFile(file: NewFile): Promise<FileRow>;
  file(workspace: string, id: string): Promise<FileRow | undefined>;
  /** How many files somebody has that were not sent. */
  unsentFiles(whose: Uploader): Promise<number>;
  /** Changes a file that was not sent, and is still as it was read; undefined where it is not. */
  changeFile(read: FileRow, change: FileChange): Promise<FileRow | undefined>;
  /** Forgets a file that is `gone`. */
  dropFile(workspace: string, id: string): Promise<void>;
}
