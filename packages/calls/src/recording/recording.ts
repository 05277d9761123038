import type { CallSurroundings } from '../surroundings.js';
import { Mix } from './mix.js';
import { Pieces, type Gap, type GapReason, type KeepPiece } from './pieces.js';

/** How long a piece is, ms: with the time to hand it out less than the five seconds that may be lost with a tab. */
const LENGTH = 2_500;
/** So much longer than its length a piece may take before the machine must have slept, ms. */
const SLEPT = 2_500;
const BITS = 32_000;
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2'];

export interface RecordingOptions {
  readonly context: AudioContext;
  readonly keep: KeepPiece;
  readonly surroundings: Pick<CallSurroundings, 'clock' | 'newId'>;
  /** Till when an earlier take goes that a lost tab left behind, by the clock: what is between is marked. */
  readonly after?: number | undefined;
}

/** Whether this browser can record at all, and as what. */
export const recordingType = (): string | undefined => TYPES.find((type) => MediaRecorder.isTypeSupported(type));

/**
 * Records what is heard in a call, and hands it out in pieces while it does. Where nothing is recorded is said with the next piece, and can be heard
 * by a short tone.
 * @throws Error where the browser cannot record (`recordingType` is undefined).
 */
export class Recording {
  readonly #options: RecordingOptions;
  readonly #mix: Mix;
  readonly #pieces: Pieces;
  readonly #pauses = new Set<GapReason>();
  #recorder: MediaRecorder;
  #take: string;
  #number = 0;
  #from: number;
  /** How much sound the pieces had that are out, ms. */
  #at = 0;
  #gaps: Gap[] = [];
  /** The gap that is going on. */
  #gap: { from: number; reasons: Set<GapReason> } | undefined;
  /** What was asked for when a pause began, and has not come yet. */
  #cut: { from: number; until: number } | undefined;
  #isEnded = false;

  constructor(options: RecordingOptions) {
    this.#options = options;
    this.#mix = new Mix(options.context);
    this.#pieces = new Pieces(options.keep, options.surroundings.clock);
    this.#from = this.#now();
    this.#take = options.surroundings.newId();
    if (options.after !== undefined) this.#mark(options.after, ['lost']);
    this.#recorder = this.#begin();
  }

  /** How many pieces are not kept yet. */
  get waiting(): number {
    return this.#pieces.waiting;
  }

  /** Records these voices from now on, and no others. */
  hear(tracks: readonly MediaStreamTrack[]): void {
    this.#mix.take(tracks);
  }

  /** Nothing is recorded until every reason that was given is taken back. */
  pause(reason: GapReason): void {
    this.#pauses.add(reason);
    if (this.#gap) return void this.#gap.reasons.add(reason);
    this.#mix.shut(true);
    this.#gap = { from: this.#now(), reasons: new Set([reason]) };
    if (this.#recorder.state !== 'recording') return;
    // What was said before is out at once: a pause may be long, and the tab may not come back from it.
    this.#cut = { from: this.#from, until: this.#gap.from };
    this.#recorder.requestData();
    this.#recorder.pause();
  }

  resume(reason: GapReason): void {
    this.#pauses.delete(reason);
    const gap = this.#gap;
    if (this.#pauses.size > 0 || !gap) return;
    this.#gap = undefined;
    this.#mark(gap.from, [...gap.reasons]);
    this.#from = this.#now();
    this.#recorder.resume();
    this.#mix.shut(false);
  }

  /** Settles when every piece is kept. */
  async end(): Promise<void> {
    this.#isEnded = true;
    if (this.#gap) this.#gaps.push({ from: this.#gap.from, until: this.#now(), reasons: [...this.#gap.reasons] });
    const stopped = new Promise<void>((resolve) => this.#recorder.addEventListener('stop', () => resolve(), { once: true }));
    if (this.#recorder.state !== 'inactive') {
      this.#recorder.stop();
      await stopped;
    }
    this.#mix.close();
    await this.#pieces.emptied();
  }

  #begin(): MediaRecorder {
    const mimeType = recordingType();
    if (mimeType === undefined) throw new Error('This browser cannot record');
    const recorder = new MediaRecorder(this.#mix.stream, { mimeType, audioBitsPerSecond: BITS });
    recorder.ondataavailable = ({ data }) => this.#put(data);
    recorder.onerror = () => this.#beginAnew();
    recorder.start(LENGTH);
    return recorder;
  }

  /** What the recorder had is out already, or lost with it. */
  #beginAnew(): void {
    if (this.#isEnded) return;
    const failedAt = this.#from;
    this.#take = this.#options.surroundings.newId();
    this.#number = this.#at = 0;
    this.#recorder = this.#begin();
    this.#mark(failedAt, ['lost']);
    this.#from = this.#now();
    if (this.#gap) this.#recorder.pause();
  }

  #put(bytes: Blob): void {
    const cut = this.#cut;
    this.#cut = undefined;
    const began = cut?.from ?? this.#from;
    const until = cut?.until ?? this.#gap?.from ?? this.#now();
    const slept = until - began > LENGTH + SLEPT;
    const from = slept ? until - LENGTH : began;
    if (slept) this.#mark(began, ['lost'], from);
    if (bytes.size > 0 || this.#isEnded)
      this.#pieces.add({ take: this.#take, number: this.#number++, from, until, at: this.#at, bytes, gaps: this.#gaps.splice(0) });
    this.#at += until - from;
    if (!cut || this.#gap) this.#from = until;
  }

  #mark(from: number, reasons: GapReason[], until = this.#now()): void {
    this.#gaps.push({ from, until, reasons });
    this.#mix.sign();
  }

  #now(): number {
    return this.#options.surroundings.clock.now();
  }
}
