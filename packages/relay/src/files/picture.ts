import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

/** The largest side of a thumbnail, in pixels: twice what a chat shows, for dense screens. */
const SIDE = 640;

/** More pixels than this are not decoded, in no frame and in all frames together: a few kilobytes may claim billions. */
const MAX_PIXELS = 64_000_000;
const MAX_FRAMES_PIXELS = 1_000_000_000;

/** More bytes of a picture than this are not read into memory. */
export const MAX_PICTURE = 40 * 1_048_576;

// One thread a picture, and nothing kept: what the relay is for goes on beside it.
sharp.concurrency(1);
sharp.cache(false);

/** A picture that could be decoded. */
export interface Picture {
  /** As it is shown, in pixels. */
  readonly width: number;
  readonly height: number;
  /** A small WebP of its first frame, without anything that was written into the picture (place, camera, owner). */
  readonly thumbnail: Buffer;
}

let queue: Promise<unknown> = Promise.resolve();

async function look(open: () => Promise<Readable>): Promise<Picture | undefined> {
  const bytes = await buffer(await open());
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true });
    const { width, height, orientation = 1, pages = 1 } = await image.metadata();
    if (width * height * pages > MAX_FRAMES_PIXELS) return undefined;
    const thumbnail = await image
      .rotate()
      .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer();
    // From 5 on it lies on its side.
    return orientation >= 5 ? { width: height, height: width, thumbnail } : { width, height, thumbnail };
  } catch {
    // What the decoder says of a picture that it cannot read is of no more use than that it cannot.
    return undefined;
  }
}

/** Decodes a picture, beside the event loop and one at a time. Undefined where it cannot be decoded, or is too large to be. */
export function pictureOf(open: () => Promise<Readable>): Promise<Picture | undefined> {
  const looking = queue.then(() => look(open));
  queue = looking.catch(() => undefined);
  return looking;
}
