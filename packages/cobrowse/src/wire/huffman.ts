// What RFC 1951 says of codes, for both directions.

/** Extra bits and first values of the length codes 257 ... 285. */
export const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
/** Of the distance codes 0 ... 29. */
export const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
/** In which order the lengths of the code for lengths are written. */
export const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** How far back a match may lie, and how long it may be. */
export const WINDOW = 32_768;
export const LONGEST = 258;

const firsts = (bits: readonly number[], first: number) => {
  let next = first;
  return bits.map((extra) => {
    const value = next;
    next += 1 << extra;
    return value;
  });
};

export const LENGTH_FIRST = firsts(LENGTH_BITS, 3);
LENGTH_FIRST[28] = LONGEST;
export const DISTANCE_FIRST = firsts(DISTANCE_BITS, 1);

/** The lengths of the codes that need no telling: literals and lengths, distances. */
export const FIXED = new Uint8Array(288).map((_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8));
export const FIXED_DISTANCES = new Uint8Array(30).fill(5);

/** The canonical codes of these lengths, their bits turned round as deflate writes them. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length) next[length + 1] = (next[length + 1] ?? 0) + 1;
  for (let length = 1; length < 17; length += 1) next[length] = ((next[length] ?? 0) + (next[length - 1] ?? 0)) << 1;
  return Uint16Array.from(lengths, (length) => {
    if (!length) return 0;
    let code = next[length] ?? 0;
    next[length] = code + 1;
    let turned = 0;
    for (let bit = 0; bit < length; bit += 1, code >>= 1) turned = (turned << 1) | (code & 1);
    return turned;
  });
}

/** How long the best code for each symbol is, none longer than `most` bits. */
export function lengthsOf(counts: Uint32Array, most: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const used = [...counts.keys()].filter((symbol) => counts[symbol]).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  if (used.length < 2) {
    // A code of one symbol still takes a bit.
    for (const symbol of used) lengths[symbol] = 1;
    return lengths;
  }
  const ofLength = limited(depths(used.map((symbol) => counts[symbol] ?? 0)), most);
  let at = used.length;
  for (let length = 1; length <= most; length += 1) {
    for (let left = ofLength[length] ?? 0; left > 0; left -= 1) lengths[used[--at] ?? 0] = length;
  }
  return lengths;
}

/** How many leaves of Huffman's tree are at each depth, for weights that rise. */
function depths(weights: readonly number[]): Uint32Array {
  const leaves = weights.length;
  const sums = new Float64Array(leaves - 1);
  const parents = new Uint32Array(2 * leaves - 1);
  let leaf = 0;
  let inner = 0;
  for (let made = 0; made < leaves - 1; made += 1) {
    for (let side = 0; side < 2; side += 1) {
      const takesLeaf = leaf < leaves && (inner >= made || (weights[leaf] ?? 0) <= (sums[inner] ?? 0));
      sums[made] = (sums[made] ?? 0) + ((takesLeaf ? weights[leaf] : sums[inner]) ?? 0);
      parents[takesLeaf ? leaf++ : leaves + inner++] = leaves + made;
    }
  }
  const depth = new Uint32Array(2 * leaves - 1);
  const ofDepth = new Uint32Array(leaves + 16);
  for (let node = 2 * leaves - 3; node >= 0; node -= 1) {
    const at = (depth[parents[node] ?? 0] ?? 0) + 1;
    depth[node] = at;
    if (node < leaves) ofDepth[at] = (ofDepth[at] ?? 0) + 1;
  }
  return ofDepth;
}

/** Brings what is deeper than `most` up to it, and makes room for it where that costs least. */
function limited(ofDepth: Uint32Array, most: number): Uint32Array {
  const few = ofDepth.slice(0, most + 1);
  for (let depth = most + 1; depth < ofDepth.length; depth += 1) few[most] = (few[most] ?? 0) + (ofDepth[depth] ?? 0);
  let room = 0;
  for (let depth = 1; depth <= most; depth += 1) room += (few[depth] ?? 0) * 2 ** (most - depth);
  for (; room > 2 ** most; room -= 1) {
    few[most] = (few[most] ?? 0) - 1;
    let depth = most - 1;
    while (!few[depth]) depth -= 1;
    few[depth] = (few[depth] ?? 0) - 1;
    few[depth + 1] = (few[depth + 1] ?? 0) + 2;
  }
  return few;
}
