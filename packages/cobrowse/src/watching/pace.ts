/** How many frames one measure looks back at: about as long as somebody looks at a number. */
const KEPT = 20;

/** How far what is shown is behind what came. Frames are counted from 1 with each stream. */
export class Pace {
  readonly #now: () => number;
  /** When frames came that are not shown yet, the oldest first. */
  #waiting: number[] = [];
  #came = 0;
  #lags: number[] = [];
  #round: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  get behind(): number {
    return this.#waiting.length;
  }

  /** From a change there to its being on the screen here, ms: the median of what was measured last, and half of the two ways where they are known. */
  get delay(): number | undefined {
    const sorted = [...this.#lags].sort((a, b) => a - b);
    const lag = sorted[sorted.length >> 1];
    if (lag === undefined) return undefined;
    return Math.round((lag + Math.max(lag, this.#round ?? lag)) / 2);
  }

  /** A stream begins anew. */
  begin(): void {
    this.#waiting = [];
    this.#came = 0;
  }

  came(): void {
    this.#came++;
    this.#waiting.push(this.#now());
  }

  /** So many of those that came are on the screen. */
  shown(count: number): void {
    const done = this.#waiting.splice(0, this.#waiting.length - Math.max(0, this.#came - count));
    const now = this.#now();
    this.#lags = [...this.#lags, ...done.map((at) => now - at)].slice(-KEPT);
  }

  /** From a frame's going out there to their hearing that it is shown here, ms. */
  travelled(round: number): void {
    this.#round = round;
  }
}
