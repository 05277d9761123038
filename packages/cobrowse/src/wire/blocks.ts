import {
  codesOf,
  DISTANCE_BITS,
  DISTANCE_FIRST,
  FIXED,
  FIXED_DISTANCES,
  LENGTH_BITS,
  LENGTH_FIRST,
  lengthsOf,
  ORDER,
  WINDOW,
} from './huffman.js';

const END = 256;
const indexOf = (firsts: readonly number[], length: number) => {
  const codes = new Uint8Array(length);
  firsts.forEach((first, code) => codes.fill(code, first));
  return codes;
};
const LENGTH_CODE = indexOf(LENGTH_FIRST, 259);
const DISTANCE_CODE = indexOf(DISTANCE_FIRST, WINDOW + 1);
const FIXED_CODES = codesOf(FIXED);
const FIXED_DISTANCE_CODES = codesOf(FIXED_DISTANCES);

/** Writes literals and matches as the blocks of a deflate stream, each in whichever way is shortest. */
export class Blocks {
  #out = new Uint8Array(4_096);
  #at = 0;
  #bits = 0;
  #held = 0;
  /** Literals as they are; matches as distance << 9 | length, below 0. */
  readonly #symbols = new Int32Array(WINDOW);
  #count = 0;
  #counts = new Uint32Array(286);
  #distances = new Uint32Array(30);

  begin() {
    this.#at = 0;
  }

  literal(byte: number) {
    this.#symbols[this.#count++] = byte;
    this.#counts[byte] = (this.#counts[byte] as number) + 1;
  }

  match(length: number, distance: number) {
    this.#symbols[this.#count++] = ~((distance << 9) | length);
    const code = 257 + (LENGTH_CODE[length] as number);
    this.#counts[code] = (this.#counts[code] as number) + 1;
    const far = DISTANCE_CODE[distance] as number;
    this.#distances[far] = (this.#distances[far] as number) + 1;
  }

  /** Writes what was collected as a block; `raw` is what it says. */
  write(raw: Uint8Array, last: boolean) {
    const { counts, distances } = this;
    counts[END] = 1;
    const lengths = lengthsOf(counts, 15);
    const fars = lengthsOf(distances, 15);
    const head = tableOf(lengths, fars);
    const extra = this.#extraBits();
    const dynamic = head.cost + cost(counts, lengths) + cost(distances, fars) + extra;
    const fixed = cost(counts, FIXED) + cost(distances, FIXED_DISTANCES) + extra;
    // Three bytes a symbol are more than any block takes.
    this.#room(raw.length * 3 + 512);
    this.#put(Number(last), 1);
    if (raw.length * 8 + 40 < Math.min(dynamic, fixed)) this.#store(raw);
    else if (fixed <= dynamic) {
      this.#put(1, 2);
      this.#say(FIXED, FIXED_CODES, FIXED_DISTANCES, FIXED_DISTANCE_CODES);
    } else {
      this.#put(2, 2);
      for (const [value, bits] of head.words) this.#put(value, bits);
      this.#say(lengths, codesOf(lengths), fars, codesOf(fars));
    }
    if (last) this.#align();
    this.#count = 0;
    counts.fill(0);
    distances.fill(0);
  }

  done(): Uint8Array {
    return this.#out.slice(0, this.#at);
  }

  #extraBits(): number {
    let bits = 0;
    for (let code = 0; code < 29; code += 1) bits += (this.#counts[257 + code] ?? 0) * (LENGTH_BITS[code] ?? 0);
    for (let code = 0; code < 30; code += 1) bits += (this.#distances[code] ?? 0) * (DISTANCE_BITS[code] ?? 0);
    return bits;
  }

  #say(lengths: Uint8Array, codes: Uint16Array, fars: Uint8Array, farCodes: Uint16Array) {
    for (let index = 0; index < this.#count; index += 1) {
      const symbol = this.#symbols[index] as number;
      if (symbol >= 0) {
        this.#put(codes[symbol] as number, lengths[symbol] as number);
        continue;
      }
      const length = ~symbol & 511;
      const code = LENGTH_CODE[length] as number;
      this.#put(codes[257 + code] as number, lengths[257 + code] as number);
      this.#put(length - (LENGTH_FIRST[code] as number), LENGTH_BITS[code] as number);
      const distance = ~symbol >> 9;
      const far = DISTANCE_CODE[distance] as number;
      this.#put(farCodes[far] as number, fars[far] as number);
      this.#put(distance - (DISTANCE_FIRST[far] as number), DISTANCE_BITS[far] as number);
    }
    this.#put(codes[END] as number, lengths[END] as number);
  }

  #store(raw: Uint8Array) {
    this.#put(0, 2);
    this.#align();
    this.#put(raw.length, 16);
    this.#put(~raw.length & 0xffff, 16);
    this.#out.set(raw, this.#at);
    this.#at += raw.length;
  }

  #put(value: number, bits: number) {
    this.#held |= value << this.#bits;
    this.#bits += bits;
    while (this.#bits >= 8) {
      this.#out[this.#at++] = this.#held;
      this.#held >>>= 8;
      this.#bits -= 8;
    }
  }

  #align() {
    if (this.#bits) this.#put(0, 8 - this.#bits);
  }

  #room(bytes: number) {
    if (this.#at + bytes <= this.#out.length) return;
    const more = new Uint8Array(2 * (this.#at + bytes));
    more.set(this.#out.subarray(0, this.#at));
    this.#out = more;
  }
}

function cost(counts: Uint32Array, lengths: Uint8Array): number {
  let bits = 0;
  for (let symbol = 0; symbol < counts.length; symbol += 1) bits += (counts[symbol] as number) * (lengths[symbol] as number);
  return bits;
}

/** How two codes are told: the words with their bits, and what they cost together. */
function tableOf(lengths: Uint8Array, fars: Uint8Array) {
  const many = Math.max(257, 1 + lengths.findLastIndex(Boolean));
  const farMany = Math.max(1, 1 + fars.findLastIndex(Boolean));
  const runs = runsOf([...lengths.subarray(0, many), ...fars.subarray(0, farMany)]);
  const counts = new Uint32Array(19);
  for (const [symbol] of runs) counts[symbol] = (counts[symbol] ?? 0) + 1;
  const bits = lengthsOf(counts, 7);
  const codes = codesOf(bits);
  const told = Math.max(4, 1 + ORDER.findLastIndex((symbol) => bits[symbol]));
  const words: [number, number][] = [
    [many - 257, 5],
    [farMany - 1, 5],
    [told - 4, 4],
    ...ORDER.slice(0, told).map((symbol): [number, number] => [bits[symbol] ?? 0, 3]),
  ];
  for (const [symbol, value, extra] of runs) words.push([codes[symbol] ?? 0, bits[symbol] ?? 0], [value, extra]);
  return { words, cost: words.reduce((sum, [, width]) => sum + width, 0) };
}

/** The lengths of codes with their repetitions told as such: symbol, what is behind it, and in how many bits. */
function runsOf(lengths: readonly number[]): [number, number, number][] {
  const runs: [number, number, number][] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    let run = 1;
    while (lengths[at + run] === length && run < 138) run += 1;
    at += run;
    if (length) {
      runs.push([length, 0, 0]);
      run -= 1;
    }
    while (run >= 3) {
      const part = Math.min(run, length ? 6 : 138);
      if (length) runs.push([16, part - 3, 2]);
      else runs.push(part < 11 ? [17, part - 3, 3] : [18, part - 11, 7]);
      run -= part;
    }
    for (; run > 0; run -= 1) runs.push([length, 0, 0]);
  }
  return runs;
}
