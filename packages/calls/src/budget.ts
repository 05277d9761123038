import type { Limit, Limits } from './link/wire.js';

/** How much a line or a processor is overtaxed: 0, not at all, to 4, as far as it goes. */
export type Strain = 0 | 1 | 2 | 3 | 4;
export const MOST_STRAIN: Strain = 4;

/** As much as a browser may send altogether for its camera, bits per second: an upload that most homes have. */
const ALL = 2_400_000;
const SCREEN = 1_500_000;
/** Below it a picture is of no use, bits per second. */
const LEAST = 60_000;
/** Good speech; Opus gives way to losses by itself. */
const VOICE = 40_000;
/** What is left of a voice when everything else has given way. */
const BARE_VOICE = 20_000;

const SILENT: Limit = { bitsPerSecond: 0, shrink: 1, framesPerSecond: 1 };

// By how many others there are, of a camera with 720 lines: five small pictures are coded at once where one large one was.
const SHRINK = [1, 1, 2, 2, 3, 4];
const FRAMES = [30, 30, 24, 20, 15, 15];

const at = (table: readonly number[], index: number): number => table[Math.min(index, table.length - 1)] ?? 1;

/**
 * What may be sent to one of so many others. Pictures give way first: fewer bits, then smaller, then none; a voice only at the very end.
 * @param others - 1 to 5; beyond that as for 5.
 */
export function budget(others: number, strain: Strain): Limits {
  const audio: Limit = { ...SILENT, bitsPerSecond: strain === MOST_STRAIN ? BARE_VOICE : VOICE };
  if (strain === MOST_STRAIN) return { audio, video: SILENT, screen: SILENT };
  const each = ALL / Math.max(1, others) / 2 ** strain;
  return {
    audio,
    video: {
      bitsPerSecond: Math.max(LEAST, Math.round(each)),
      shrink: at(SHRINK, others) * (strain > 1 ? 2 : 1),
      framesPerSecond: Math.max(8, Math.round(at(FRAMES, others) / (1 + strain / 2))),
    },
    // What is read on a screen has to be sharp, and hardly moves: it gives way in frames and not in size.
    screen: {
      bitsPerSecond: Math.round(SCREEN / Math.max(1, others / 2) / 2 ** strain),
      shrink: 1,
      framesPerSecond: Math.max(3, Math.round(15 / (1 + strain))),
    },
  };
}

/** What was measured of one link since the last look. */
export interface Measured {
  /** Of what was sent and of what should have come, 0 to 1, the larger. */
  readonly loss: number;
  /** There and back, ms. */
  readonly roundTrip: number;
  /** How unevenly sound comes, ms. */
  readonly jitter: number;
  /** Whether the processor does not keep up with the pictures. */
  readonly isBusy: boolean;
}

/** How a line is, for people. */
export type Quality = 'good' | 'fair' | 'poor' | 'lost';

/** From what people hear: beyond 5 % a voice breaks up, beyond half a second two speak at the same time. */
export function qualityOf({ loss, roundTrip, jitter }: Measured): Quality {
  if (loss > 0.05 || roundTrip > 500 || jitter > 80) return 'poor';
  return loss > 0.02 || roundTrip > 250 || jitter > 40 ? 'fair' : 'good';
}

/** So many good looks one after the other make it worth trying more: what was too much a moment ago mostly still is. */
const PROOFS = 4;

/** Finds how much of a line, or of a processor, can be asked for. */
export class Strained {
  strain: Strain = 0;
  #good = 0;

  /** Returns whether the strain is another one. */
  look(measured: Measured): boolean {
    const quality = qualityOf(measured);
    if (quality === 'poor' || measured.isBusy) {
      this.#good = 0;
      return this.#move(1);
    }
    this.#good = quality === 'good' ? this.#good + 1 : 0;
    if (this.#good < PROOFS) return false;
    this.#good = 0;
    return this.#move(-1);
  }

  #move(by: 1 | -1): boolean {
    const next = Math.min(MOST_STRAIN, Math.max(0, this.strain + by)) as Strain;
    const isNew = next !== this.strain;
    this.strain = next;
    return isNew;
  }
}
