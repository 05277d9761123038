import { Blocks } from './blocks.js';
import { LONGEST, WINDOW } from './huffman.js';

const HASHES = 1 << 15;
/** How many earlier places are looked at for a match, and from which length on one is good enough. */
const TRIES = 8;
const GOOD = 32;
/** A match of three that lies far back costs more than its letters. */
const NEAR = 4_096;
/** How much of the input makes a block, with codes of its own. */
const BLOCK = 16_384;

/**
 * Deflate for a stream of frames: each comes out whole, as a raw deflate stream (RFC 1951) whose dictionary is the last 32 KB of all that went
 * before it. Flushing costs nothing that way, where a sync flush adds five bytes to each of the many small frames. Our own, since the
 * sync flush of fflate 0.8.3 writes streams that zlib refuses, and pako weighs ten times as much; the tests hold it against zlib.
 */
export class Deflate {
  /** The window, and behind it what is being looked at; slides when it is full. */
  readonly #bytes = new Uint8Array(2 * WINDOW);
  #end = 0;
  /** The last place of a hash, and the place before each place; -1: none. */
  readonly #heads = new Int32Array(HASHES).fill(-1);
  readonly #before = new Int32Array(WINDOW);
  readonly #blocks = new Blocks();

  /** `frame`, deflated. The bytes are the caller's. */
  frame(frame: Uint8Array): Uint8Array {
    this.#blocks.begin();
    let at = 0;
    do {
      const part = frame.subarray(at, at + BLOCK);
      at += part.length;
      this.#take(part);
      this.#blocks.write(part, at >= frame.length);
    } while (at < frame.length);
    return this.#blocks.done();
  }

  #take(part: Uint8Array) {
    if (this.#end + part.length > this.#bytes.length) this.#slide();
    const begin = this.#end;
    this.#bytes.set(part, begin);
    this.#end += part.length;
    this.#match(begin, this.#end);
  }

  #slide() {
    const { bytes, heads, before } = this;
    bytes.copyWithin(0, WINDOW, this.#end);
    this.#end -= WINDOW;
    for (let hash = 0; hash < HASHES; hash += 1) heads[hash] = Math.max(-1, (heads[hash] as number) - WINDOW);
    for (let at = 0; at < WINDOW; at += 1) before[at] = Math.max(-1, (before[at] as number) - WINDOW);
  }

  /** Looks for what was there before; of two matches that overlap the longer is taken. */
  #match(begin: number, end: number) {
    const { bytes, blocks } = this;
    let wasLong = 0;
    let wasFar = 0;
    let at = begin;
    while (at < end) {
      const found = at + 2 < end ? this.#longest(at, end, wasLong) : 0;
      const long = found & 511;
      if (wasLong && wasLong >= long) {
        blocks.match(wasLong, wasFar);
        const after = at - 1 + wasLong;
        for (at += 1; at < after; at += 1) if (at + 2 < end) this.#remember(at);
        wasLong = 0;
        continue;
      }
      if (wasLong) blocks.literal(bytes[at - 1] as number);
      if (long) {
        wasLong = long;
        wasFar = found >> 9;
      } else {
        wasLong = 0;
        blocks.literal(bytes[at] as number);
      }
      at += 1;
    }
    if (wasLong) blocks.match(wasLong, wasFar);
  }

  #remember(at: number): number {
    const { bytes, heads } = this;
    const hash = (((bytes[at] as number) << 10) ^ ((bytes[at + 1] as number) << 5) ^ (bytes[at + 2] as number)) & (HASHES - 1);
    const last = heads[hash] as number;
    this.#before[at & (WINDOW - 1)] = last;
    heads[hash] = at;
    return last;
  }

  /** The longest match that is longer than `beats`, as its distance << 9 and its length; 0: none. */
  #longest(at: number, end: number, beats: number): number {
    const { bytes, before } = this;
    let candidate = this.#remember(at);
    if (beats >= GOOD) return 0;
    const most = Math.min(LONGEST, end - at);
    const oldest = Math.max(0, at - WINDOW + 1);
    let best = Math.max(2, beats);
    let far = 0;
    for (let tries = TRIES; candidate >= oldest && tries > 0 && best < most; tries -= 1) {
      if (bytes[candidate + best] === bytes[at + best] && bytes[candidate] === bytes[at]) {
        let length = 0;
        while (length < most && bytes[candidate + length] === bytes[at + length]) length += 1;
        if (length > best && (length > 3 || at - candidate < NEAR)) {
          best = length;
          far = at - candidate;
          if (best >= GOOD) break;
        }
      }
      const next = before[candidate & (WINDOW - 1)] as number;
      // What stands there may be of a later place by now: then the chain is at its end.
      if (next >= candidate) break;
      candidate = next;
    }
    return far ? (far << 9) | best : 0;
  }
}
