import { lengthsOf } from './huffman.js';

/** What came last says most of what comes next: with each block a quarter of what is known is forgotten. */
const WEIGHT = 16;
/** No longer, so that the tables they are read by stay small, bits. */
const MOST = 12;

/**
 * Codes that need no telling: both ends make them of what came before. The table of a block's own codes would be a sixth of the small frames that
 * most changes are.
 */
export class KnownCodes {
  /** How often each symbol came, each at least once, so that all have a code. */
  readonly #literals = new Uint32Array(286).fill(1);
  readonly #distances = new Uint32Array(30).fill(1);

  /** The lengths of the codes: literals and lengths, distances. */
  lengths(): [Uint8Array, Uint8Array] {
    return [lengthsOf(this.#literals, MOST), lengthsOf(this.#distances, MOST)];
  }

  /** A block has come with so many of each. */
  learn(literals: Uint32Array, distances: Uint32Array) {
    for (const [known, counts] of [
      [this.#literals, literals],
      [this.#distances, distances],
    ] as const)
      known.forEach((was, symbol) => (known[symbol] = was - ((was - 1) >> 2) + (counts[symbol] ?? 0) * WEIGHT));
  }
}
