import type { Mask, Masker } from '../mask/masker.js';
import type { MirrorSink } from '../sink.js';
import type { Timing } from './timing.js';

/** Where a recorder writes to: an `Encoder`, or any other sink. */
export interface RecordedSink extends MirrorSink {
  /** Sends a part of what was written, after each part of a recorder's work; gives whether more waits. Left out where nothing waits. */
  flush?(): boolean;
  /** Bytes that were written and that no flush took yet. */
  readonly waiting?: number;
}

/** A recording, as those see it that write into it as well. */
export interface IntoRecording {
  readonly sink: MirrorSink;
  /** An id that no node has. */
  nextId(): number;
  /** A number that no adopted sheet has. */
  nextSheet(): number;
  /** There is something to write. */
  wake(): void;
  /** The customer's pointer is in the page of a frame, CSS px in the frame's viewport. */
  pointed(frame: Element, x: number, y: number, pressed: boolean): void;
  /** The focus went elsewhere within a frame. */
  focusMoved(): void;
}

/** Frames that the page cannot look into, and whose own pages take part. */
export interface InnerFrames {
  /** How much there is that was not written. */
  readonly size: number;
  /** A recording begins; whatever was in another is over. */
  begin(into: IntoRecording): void;
  end(): void;
  /** The other side has the frame, or another document came into it; never one that is blocked. */
  note(frame: HTMLIFrameElement, id: number, mask: Mask): void;
  /** The other side does not have it any more. */
  dropped(frame: Node): void;
  /** Writes what came from them, as long as `hasTime`; gives whether that is all. */
  write(hasTime: () => boolean): boolean;
  /** What has the focus within a frame; 0 where that is not known. */
  focusIn(frame: Element): number;
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
  /** Frames of other origins that take part; asked for with each fresh snapshot. */
  readonly others?: () => InnerFrames | undefined;
  /** It has stopped by itself: nothing more of this page is written. */
  readonly failed?: () => void;
  /** For tests. */
  readonly timing?: Timing;
}
