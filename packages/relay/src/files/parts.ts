import type { Kept } from './port.js';

/** The most parts of a file: what S3 lists at once. */
const MAX_PARTS = 1_000;

const MEGABYTE = 1_048_576;

/** The length of the parts of a file: whole megabytes, no less than `least`, and so that there are no more of them than may be. */
export const partSizeFor = (size: number, least: number): number => Math.max(least, Math.ceil(size / MAX_PARTS / MEGABYTE) * MEGABYTE);

export const partCount = (size: number, partSize: number): number => Math.ceil(size / partSize);

/** How long a part is, from 1. */
export const partLength = (size: number, partSize: number, part: number): number => Math.min(partSize, size - (part - 1) * partSize);

/** The numbers of the parts that are as long as they have to be. */
export function wholeParts({ size }: Kept, partSize: number, lengths: ReadonlyMap<number, number>): number[] {
  const numbers = Array.from({ length: partCount(size, partSize) }, (_, index) => index + 1);
  return numbers.filter((part) => lengths.get(part) === partLength(size, partSize, part));
}
