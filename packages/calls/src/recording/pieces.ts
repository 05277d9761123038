import type { CallClock } from '../surroundings.js';

/** Why nothing is recorded: `lost` is where it should have been. */
export type GapReason = 'hold' | 'consult' | 'form' | 'lost';

/** Where something is missing. Times are the clock's, ms. */
export interface Gap {
  readonly from: number;
  readonly until: number;
  readonly reasons: readonly GapReason[];
}

/** Some seconds of a recording. The bytes of one take, put together in the order of their numbers, are one file that can be played. */
export interface Piece {
  readonly take: string;
  /** 0, 1, 2 ... */
  readonly number: number;
  /** The clock, ms. */
  readonly from: number;
  readonly until: number;
  /** Where in the sound of this take the piece begins, ms. */
  readonly at: number;
  readonly bytes: Blob;
  /** What is missing before or within it. A gap takes no time in the sound, but for a short tone. */
  readonly gaps: readonly Gap[];
}

/** Takes pieces away. Rejects where one could not be kept: it comes again, and the next ones wait for it. */
export type KeepPiece = (piece: Piece) => Promise<void>;

/** How long it is waited after a piece could not be kept, ms. */
const RETRY = 1_000;

/** Hands pieces out, in order, each till it is kept. */
export class Pieces {
  readonly #keep: KeepPiece;
  readonly #clock: CallClock;
  readonly #waiting: Piece[] = [];
  #isBusy = false;
  #emptied: (() => void)[] = [];

  constructor(keep: KeepPiece, clock: CallClock) {
    this.#keep = keep;
    this.#clock = clock;
  }

  /** How many are not kept yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  add(piece: Piece): void {
    this.#waiting.push(piece);
    if (!this.#isBusy) void this.#work();
  }

  /** Settles when all are kept. */
  async emptied(): Promise<void> {
    if (this.#waiting.length > 0) await new Promise<void>((resolve) => this.#emptied.push(resolve));
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let [piece] = this.#waiting; piece; [piece] = this.#waiting) {
      try {
        await this.#keep(piece);
        this.#waiting.shift();
      } catch {
        await new Promise<void>((resolve) => this.#clock.setTimeout(resolve, RETRY));
      }
    }
    this.#isBusy = false;
    for (const settle of this.#emptied.splice(0)) settle();
  }
}
