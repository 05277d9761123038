import { KNOWN_STRINGS, STRING } from './codes.js';

/** Longer ones are hardly ever said twice. */
const LEARNT_LENGTH = 200;
const SEEN_STRINGS = 4_096;
const utf8 = new TextEncoder();

/** Numbers, strings and bytes one after the other. */
export class Writer {
  bytes = new Uint8Array(65_536);
  end = 0;
  #known = new Map<string, number>();
  #seen = new Set<string>();

  /** Forgets what the other side has learnt. */
  forget() {
    this.#known = new Map();
    this.#seen = new Set();
  }

  byte(value: number) {
    if (this.end >= this.bytes.length) this.#grow(1);
    this.bytes[this.end++] = value;
  }

  /** A whole number from 0 to 2^50. */
  number(value: number) {
    if (this.end + 8 > this.bytes.length) this.#grow(8);
    let rest = value;
    for (; rest > 0x7fffffff; rest = Math.floor(rest / 128)) this.bytes[this.end++] = (rest % 128) | 128;
    for (; rest > 127; rest >>>= 7) this.bytes[this.end++] = rest | 128;
    this.bytes[this.end++] = rest;
  }

  /** A whole number, below 0 too. */
  signed(value: number) {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** CSS px, to the nearest; what is no number is 0. */
  px(value: number) {
    this.signed(Math.max(-1e9, Math.min(1e9, Math.round(value) || 0)));
  }

  /** What is said twice, a word of the page's own or a text, is learnt the second time and a number from then on. */
  string(text: string) {
    const number = this.#known.get(text);
    if (number !== undefined) {
      this.number(number * 4 + STRING.known);
      return;
    }
    const learns = this.#learns(text);
    if (learns) this.#known.set(text, this.#known.size);
    this.#plain(text, learns ? STRING.learnt : STRING.plain);
  }

  raw(bytes: Uint8Array) {
    this.number(bytes.length);
    this.#grow(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  /** Drops what is before `begin`. */
  shift(begin: number) {
    this.bytes.copyWithin(0, begin, this.end);
    this.end -= begin;
    if (this.bytes.length > 1 << 20 && !this.end) this.bytes = new Uint8Array(65_536);
  }

  #learns(text: string): boolean {
    if (text.length > LEARNT_LENGTH || this.#known.size >= KNOWN_STRINGS) return false;
    if (this.#seen.delete(text)) return true;
    if (this.#seen.size >= SEEN_STRINGS) this.#seen.clear();
    this.#seen.add(text);
    return false;
  }

  #plain(text: string, kind: number) {
    const { length } = text;
    this.#grow(length * 3 + 8);
    const { bytes } = this;
    if (length < 128) {
      // Short ones are mostly ASCII, and a call into the encoder costs more than they do.
      const begin = this.end;
      this.number(length * 4 + kind);
      const to = this.end;
      let index = 0;
      for (; index < length; index += 1) {
        const code = text.charCodeAt(index);
        if (code > 127) break;
        bytes[to + index] = code;
      }
      if (index === length) {
        this.end += length;
        return;
      }
      this.end = begin;
    }
    // The length in bytes is known afterwards only.
    const { written } = utf8.encodeInto(text, bytes.subarray(this.end + 8));
    const from = this.end + 8;
    this.number(written * 4 + kind);
    bytes.copyWithin(this.end, from, from + written);
    this.end += written;
  }

  #grow(by: number) {
    if (this.end + by <= this.bytes.length) return;
    const more = new Uint8Array(Math.max(2 * this.bytes.length, this.end + by));
    more.set(this.bytes.subarray(0, this.end));
    this.bytes = more;
  }
}
