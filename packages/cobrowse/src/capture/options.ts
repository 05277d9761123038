import type { Masker } from '../mask/masker.js';
import type { MirrorSink } from '../sink.js';
import type { Timing } from './timing.js';

/** Where a recorder writes to: an `Encoder`, or any other sink. */
export interface RecordedSink extends MirrorSink {
  /** Sends a part of what was written, after each part of a recorder's work; gives whether more waits. Left out where nothing waits. */
  flush?(): boolean;
  /** Bytes that were written and that no flush took yet. */
  readonly waiting?: number;
}

/** What a recorder needs to know, and whom it tells. */
export interface RecorderOptions {
  readonly sink: RecordedSink;
  readonly masker: Masker;
  /** Bytes that were sent and are on no wire yet: `Channel.waiting`. Where that is too much, nothing is written until it is less. */
  readonly waiting?: () => number;
  /** Frames that were sent and not acknowledged (`encoder.frame` less that of the last `ack`). */
  readonly unacknowledged?: () => number;
  /** The page is off limits now, and nothing of it is written; or is no longer, and a fresh snapshot follows. */
  readonly offLimits?: (is: boolean) => void;
  /** Something went wrong in the recorder: never the page's matter. It begins with a fresh snapshot, or after several stops by itself. */
  readonly fault?: (error: unknown) => void;
  /** It has stopped by itself: nothing more of this page is written. */
  readonly failed?: () => void;
  /** For tests. */
  readonly timing?: Timing;
}
