import { join } from 'node:path';
import { LocalFiles } from './local-files.js';
import type { FilesPort } from './port.js';
import { S3Files, type S3Options } from './s3-files.js';
import { Signatures } from './signatures.js';

export interface FilesOptions {
  /** The folder of attachments; `files` in the data folder where left out. */
  readonly filesFolder?: string;
  /** An S3 in its place. */
  readonly s3?: S3Options;
}

/** Where attachments are kept; undefined where there is no place for them. */
export function openFiles(
  { filesFolder, s3 }: FilesOptions,
  dataFolder: string | undefined,
  secret: string,
  now: () => number,
): FilesPort | undefined {
  if (s3) return new S3Files(s3, now);
  const folder = filesFolder ?? (dataFolder === undefined ? undefined : join(dataFolder, 'files'));
  return folder === undefined ? undefined : new LocalFiles(folder, new Signatures(secret, now));
}
