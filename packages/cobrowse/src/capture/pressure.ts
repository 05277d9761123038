import type { RecorderOptions } from './options.js';

/** Bytes on their way, from which on nothing more is written until they are fewer. */
const MOST_WAITING = 512 * 1_024;
/** Frames that nobody acknowledged: at the pace of a screen, ten seconds. */
const MOST_UNACKNOWLEDGED = 600;
/** How long changes are kept together for a slow side, ms, and how many: beyond that a fresh snapshot is shorter. */
const KEPT = 4_000;
const KEPT_CHANGES = 20_000;

/**
 * What is done where the other side is slow. Nothing ever queues up: changes are kept as what changed, not as what was said, so that they are no
 * more than the page; and where there are many, or it takes long, all of them are dropped for a fresh snapshot when there is room again.
 */
export class Pressure {
  readonly #options: RecorderOptions;
  #since: number | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** Whether to write now, wait, or give up what changed. */
  at(now: number, changes: number): 'go' | 'wait' | 'drop' {
    const { waiting, unacknowledged } = this.#options;
    if ((waiting?.() ?? 0) <= MOST_WAITING && (unacknowledged?.() ?? 0) <= MOST_UNACKNOWLEDGED) {
      this.#since = undefined;
      return 'go';
    }
    this.#since ??= now;
    return now - this.#since > KEPT || changes > KEPT_CHANGES ? 'drop' : 'wait';
  }
}
