import { KNOWN_STRINGS, STRING } from './codes.js';
import { BrokenStream } from './inflate.js';

/** What is there ends before the call does: the rest is in a frame to come. */
export class Cut extends Error {}

const utf8 = new TextDecoder();
const MOST_NUMBER = 2 ** 50;

/** Reads what a `Writer` wrote, as far as it is there. */
export class Reader {
  bytes = new Uint8Array(65_536);
  end = 0;
  at = 0;
  private readonly known: string[] = [];
  private begin = 0;
  private knew = 0;

  /** Puts more behind what is not read yet. @throws {BrokenStream} Where that would be more than `most` bytes. */
  add(more: Uint8Array, most: number) {
    const left = this.end - this.at;
    if (left + more.length > most) throw new BrokenStream('too much waits');
    const room = this.bytes.length >= left + more.length ? this.bytes : new Uint8Array(2 * (left + more.length));
    room.set(this.bytes.subarray(this.at, this.end));
    room.set(more, left);
    this.bytes = room;
    this.at = 0;
    this.end = left + more.length;
  }

  forget() {
    this.known.length = this.at = this.end = 0;
  }

  /** A call begins here; `back` comes back to it, and knows what was known then. */
  mark() {
    this.begin = this.at;
    this.knew = this.known.length;
  }

  back() {
    this.at = this.begin;
    this.known.length = this.knew;
  }

  byte(): number {
    if (this.at >= this.end) throw new Cut();
    return this.bytes[this.at++] as number;
  }

  number(): number {
    let value = 0;
    for (let unit = 1; unit < MOST_NUMBER; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
    throw new BrokenStream('no such number');
  }

  /** A number that counts what follows, or names one of a few. */
  upTo(most: number): number {
    const value = this.number();
    if (value > most) throw new BrokenStream('too many');
    return value;
  }

  signed(): number {
    const value = this.number();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  string(): string {
    const told = this.number();
    const kind = told % 4;
    const size = Math.floor(told / 4);
    if (kind === STRING.known) {
      const text = this.known[size];
      if (text === undefined) throw new BrokenStream('no such string');
      return text;
    }
    const text = utf8.decode(this.take(size));
    if (kind === STRING.learnt) {
      if (this.known.length >= KNOWN_STRINGS) throw new BrokenStream('too many strings');
      this.known.push(text);
    } else if (kind !== STRING.plain) throw new BrokenStream('no such kind of string');
    return text;
  }

  raw(): Uint8Array {
    return this.take(this.number()).slice();
  }

  private take(size: number): Uint8Array {
    if (this.at + size > this.end) throw new Cut();
    return this.bytes.subarray(this.at, (this.at += size));
  }
}
