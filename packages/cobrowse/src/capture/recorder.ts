import { Aborter, hear } from '../natives.js';
import type { RecorderOptions } from './options.js';
import { Pressure } from './pressure.js';
import { Recording } from './recording.js';
import { timingOf, type Timing } from './timing.js';

/** How long it works at a stretch, ms: what is sent comes on top. */
const SLICE = 10;
/** Two writes are no closer than that, ms: a screen's picture. */
const APART = 16;
/** How often it looks whether a side is still slow, or a page off limits, ms. */
const LOOKS = 100;
/** What is written and not sent is no more than that before writing goes on, bytes. */
const AHEAD = 256 * 1_024;
/** So many faults, each within that of the one before, ms, and it is over. */
const MOST_FAULTS = 5;
const FORGIVEN = 60_000;
/** So many snapshots may be asked for at once, and then one each such while, ms: whoever asks without end does not keep the page busy. */
const FRESH_AT_ONCE = 3;
const FRESH_EVERY = 2_000;

/**
 * Writes what a page shows, and every change of it, as the calls of a `MirrorSink`: an `Encoder`, most often. It changes nothing in the page, throws
 * nothing into it, and leaves nothing in it after `stop`. Everything is asked of the masker before it is written.
 */
export class Recorder {
  readonly #window: Window & typeof globalThis;
  readonly #options: RecorderOptions;
  readonly #timing: Timing;
  readonly #pressure: Pressure;
  #recording: Recording | undefined;
  #over: AbortController | undefined;
  /** Takes back what is to be done next, where something is. */
  #cancel: (() => void) | undefined;
  #address = '';
  #isOff = false;
  #lastWrite = -Infinity;
  #faults = 0;
  #lastFault = -Infinity;
  /** When as many snapshots may be asked for at once as ever. */
  #freshFrom = -Infinity;
  #cancelFresh: (() => void) | undefined;

  /** @param window The page's own. */
  constructor(window: Window & typeof globalThis, options: RecorderOptions) {
    this.#window = window;
    this.#options = options;
    this.#timing = options.timing ?? timingOf(window);
    this.#pressure = new Pressure(options);
  }

  /** Begins with a fresh snapshot. */
  start() {
    if (this.#over) return;
    this.#over = new Aborter();
    // Where the platform tells of every new address; elsewhere the next change of the page does.
    const { navigation } = this.#window as { navigation?: EventTarget };
    if (navigation) hear(navigation, 'currententrychange', this.#over.signal, () => this.#wake());
    this.fresh();
  }

  /** Ends, and gives the page back what it had. */
  stop() {
    this.#over?.abort();
    this.#over = undefined;
    this.#drop();
    this.#cancel?.();
    this.#cancelFresh?.();
    this.#cancel = this.#cancelFresh = undefined;
  }

  /** Begins with a snapshot anew, soon: the other side is there again, or asked for it (`resync`). */
  fresh() {
    if (!this.#over || this.#cancelFresh) return;
    const now = this.#timing.now();
    const wait = this.#freshFrom - now - FRESH_EVERY * (FRESH_AT_ONCE - 1);
    if (wait > 0) {
      this.#cancelFresh = this.#timing.after(wait, () => {
        this.#cancelFresh = undefined;
        this.fresh();
      });
      return;
    }
    this.#freshFrom = Math.max(this.#freshFrom, now) + FRESH_EVERY;
    this.#drop();
    this.#next('soon');
  }

  /** The node of that id; undefined where there is none, or it is in a frame of another origin. */
  nodeOf(id: number): Node | undefined {
    return this.#recording?.known.nodeOf(id);
  }

  /** The id of a node; 0 where the mirror does not have it. */
  idOf(node: Node): number {
    return this.#recording?.known.id(node) ?? 0;
  }

  /** There may be something to write. */
  readonly #wake = () => {
    if (!this.#over || this.#cancel) return;
    this.#next(this.#timing.now() - this.#lastWrite >= APART ? 'soon' : 'frame');
  };

  #next(when: 'soon' | 'frame' | 'later') {
    this.#cancel?.();
    const timing = this.#timing;
    const work = () => {
      this.#cancel = undefined;
      this.#guard(() => this.#step());
    };
    this.#cancel = when === 'later' ? timing.after(LOOKS, work) : timing[when](work);
  }

  /** What fails here is never the page's matter. */
  readonly #guard = (work: () => void) => {
    try {
      work();
    } catch (error) {
      const now = this.#timing.now();
      this.#faults = now - this.#lastFault > FORGIVEN ? 1 : this.#faults + 1;
      this.#lastFault = now;
      this.#drop();
      this.#options.fault?.(error);
      if (this.#faults >= MOST_FAULTS) {
        this.stop();
        this.#options.failed?.();
      } else if (this.#over) this.#next('later');
    }
  };

  #step() {
    if (this.#isElsewhere() && this.#looksOff()) {
      this.#next('later');
      return;
    }
    const begin = this.#timing.now();
    const pressure = this.#pressure.at(begin, this.#recording?.size ?? 0);
    if (pressure !== 'go') {
      if (pressure === 'drop') this.#drop();
      this.#next('later');
      return;
    }
    const { sink } = this.#options;
    const isAhead = (sink.waiting ?? 0) > AHEAD;
    const done = !isAhead && this.#write(() => this.#timing.now() - begin < SLICE);
    this.#lastWrite = begin;
    const waits = sink.flush?.() ?? false;
    if (!done || waits) this.#next('soon');
  }

  #write(hasTime: () => boolean): boolean {
    if (!this.#recording) {
      this.#recording = new Recording(this.#window, this.#options, this.#timing, this.#wake, this.#guard);
      this.#recording.begin();
    }
    return this.#recording.write(hasTime);
  }

  #isElsewhere(): boolean {
    const { href } = this.#window.location;
    if (href === this.#address) return this.#isOff;
    this.#address = href;
    return true;
  }

  /** Looks at a new address before anything of its page is written. */
  #looksOff(): boolean {
    const { masker, offLimits } = this.#options;
    const isOff = masker.isOffLimits(this.#window.location.href);
    if (isOff || this.#recording?.hasOtherRules()) this.#drop();
    if (isOff !== this.#isOff) offLimits?.(isOff);
    this.#isOff = isOff;
    return isOff;
  }

  #drop() {
    this.#recording?.end();
    this.#recording = undefined;
  }
}
