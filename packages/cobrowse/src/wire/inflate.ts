import { DISTANCE_BITS, DISTANCE_FIRST, FIXED, FIXED_DISTANCES, LENGTH_BITS, LENGTH_FIRST, ORDER, WINDOW } from './huffman.js';
import { KnownCodes } from './known-codes.js';

/** What came is not what a `Deflate` at the other end writes, or too much. */
export class BrokenStream extends Error {}

const broken = (why: string): never => {
  throw new BrokenStream(why);
};

/** Symbol << 4 | length, by the next bits of the stream; 0 where no code begins so. */
interface Code {
  readonly bits: number;
  readonly table: Uint16Array;
}

/** Inflates what `Deflate` writes, frame by frame. No frame gives more than `most` bytes: a bomb is a `BrokenStream`, not an allocation. */
export class Inflate {
  private readonly out: Uint8Array;
  /** The end of the window in `out`; what is inflated goes behind it. */
  private begin = 0;
  private end = 0;
  private input: Uint8Array = new Uint8Array();
  private at = 0;
  private held = 0;
  private readonly known = new KnownCodes();
  private readonly counts = new Uint32Array(286);
  private readonly distances = new Uint32Array(30);
  private bits = 0;

  constructor(most: number) {
    this.out = new Uint8Array(WINDOW + most);
  }

  /** @throws {BrokenStream} The bytes are good until the next call. */
  frame(bytes: Uint8Array): Uint8Array {
    this.slide();
    this.input = bytes;
    this.at = this.held = this.bits = 0;
    let last = 0;
    while (!last) {
      last = this.take(1);
      const kind = this.take(2);
      if (kind === 0) this.stored();
      else if (kind === 1) this.coded(codeOf(FIXED), codeOf(FIXED_DISTANCES));
      else if (kind === 2) this.told();
      else this.untold();
    }
    if (this.at < bytes.length) broken('more than a frame');
    return this.out.subarray(this.begin, this.end);
  }

  private slide() {
    const from = Math.max(0, this.end - WINDOW);
    this.out.copyWithin(0, from, this.end);
    this.begin = this.end = this.end - from;
  }

  private take(bits: number): number {
    while (this.bits < bits) {
      if (this.at >= this.input.length) broken('cut off');
      this.held |= (this.input[this.at++] as number) << this.bits;
      this.bits += 8;
    }
    const value = this.held & ((1 << bits) - 1);
    this.held >>>= bits;
    this.bits -= bits;
    return value;
  }

  private symbol({ bits, table }: Code): number {
    while (this.bits < bits && this.at < this.input.length) {
      this.held |= (this.input[this.at++] as number) << this.bits;
      this.bits += 8;
    }
    const entry = table[this.held & ((1 << bits) - 1)] as number;
    const length = entry & 15;
    if (!length || length > this.bits) broken('no such code');
    this.held >>>= length;
    this.bits -= length;
    return entry >> 4;
  }

  private stored() {
    this.take(this.bits & 7);
    const length = this.take(16);
    if ((this.take(16) ^ length) !== 0xffff) broken('no such length');
    for (let left = length; left > 0; left -= 1) this.put(this.take(8));
  }

  private told() {
    const many = this.take(5) + 257;
    const farMany = this.take(5) + 1;
    const orders = this.take(4) + 4;
    const bits = new Uint8Array(19);
    for (let index = 0; index < orders; index += 1) bits[ORDER[index] ?? 0] = this.take(3);
    const code = codeOf(bits);
    const lengths = new Uint8Array(many + farMany);
    for (let index = 0; index < lengths.length;) {
      const symbol = this.symbol(code);
      if (symbol < 16) {
        lengths[index++] = symbol;
        continue;
      }
      if (symbol === 16 && !index) broken('nothing to repeat');
      const value = symbol === 16 ? (lengths[index - 1] ?? 0) : 0;
      const run = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (index + run > lengths.length) broken('too many codes');
      lengths.fill(value, index, (index += run));
    }
    this.coded(codeOf(lengths.subarray(0, many)), codeOf(lengths.subarray(many)));
  }

  private untold() {
    const [literals, distances] = this.known.lengths();
    this.coded(codeOf(literals), codeOf(distances));
  }

  private coded(literals: Code, distances: Code) {
    this.counts.fill(0);
    this.distances.fill(0);
    for (;;) {
      const symbol = this.symbol(literals);
      count(this.counts, symbol);
      if (symbol === 256) break;
      if (symbol < 256) this.put(symbol);
      else this.repeat(symbol - 257, distances);
    }
    this.known.learn(this.counts, this.distances);
  }

  private repeat(code: number, distances: Code) {
    if (code > 28) broken('no such match');
    const length = (LENGTH_FIRST[code] as number) + this.take(LENGTH_BITS[code] as number);
    const far = this.symbol(distances);
    if (far > 29) broken('no such distance');
    count(this.distances, far);
    const distance = (DISTANCE_FIRST[far] as number) + this.take(DISTANCE_BITS[far] as number);
    if (distance > this.end || this.end + length > this.out.length) broken('out of bounds');
    for (let left = length; left > 0; left -= 1, this.end += 1) this.out[this.end] = this.out[this.end - distance] as number;
  }

  private put(byte: number) {
    if (this.end >= this.out.length) broken('too long');
    this.out[this.end++] = byte;
  }
}

const count = (counts: Uint32Array, symbol: number) => (counts[symbol] = (counts[symbol] ?? 0) + 1);

function codeOf(lengths: Uint8Array): Code {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 1);
  const table = new Uint16Array(1 << longest);
  let code = 0;
  for (let length = 1; length <= longest; length += 1, code <<= 1) {
    lengths.forEach((own, symbol) => {
      if (own !== length) return;
      if (code >= 1 << length) broken('too many codes');
      let turned = 0;
      for (let bit = 0; bit < length; bit += 1) turned |= ((code >> bit) & 1) << (length - 1 - bit);
      for (let index = turned; index < table.length; index += 1 << length) table[index] = (symbol << 4) | length;
      code += 1;
    });
  }
  return { bits: longest, table };
}
