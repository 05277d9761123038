import { FRAME } from '../channel.js';
import type { MirrorSink } from '../sink.js';
import { BEGINS, PIECE } from './codes.js';
import { Calls } from './calls.js';
import { BrokenStream, Inflate } from './inflate.js';
import { Cut, Reader } from './reader.js';

/** What a stream may cost whoever reads it. */
export interface StreamLimits {
  /** Bytes of a call that is not there as a whole yet. */
  readonly waiting: number;
  /** Nodes that are there at the same time. */
  readonly nodes: number;
  /** Signs of all style sheets. */
  readonly sheets: number;
}

const LIMITS: StreamLimits = { waiting: 32 << 20, nodes: 500_000, sheets: 64 << 20 };
/** A deflated frame of 64 KB that nothing repeats in is a little more than that. */
const LONGEST_FRAME = PIECE + 1_024;

/**
 * Reads the frames of an `Encoder` and makes its calls to a sink. It believes nothing: frames that were cut, forged, left out or put in another
 * order are `lost`, once, and what follows is passed over (`skipped`) up to a frame that begins anew: say `resync` to get one. One decoder is for one meeting with
 * one encoder. What the sink throws is not caught.
 */
export class Decoder {
  /** The number of the last frame whose calls were made; 0: none. */
  frame = 0;
  private following = false;
  /** Whether `lost` was said since the last frame that was taken. */
  private told = false;
  private readonly reader = new Reader();
  private readonly calls: Calls;
  private readonly limits: StreamLimits;
  private inflate = new Inflate(PIECE);

  constructor(sink: MirrorSink, limits: Partial<StreamLimits> = {}) {
    this.limits = { ...LIMITS, ...limits };
    this.calls = new Calls(this.reader, sink, this.limits);
  }

  /** @param frame As `Encoder` sends it, `FRAME.mirror` in front. */
  read(frame: Uint8Array): 'taken' | 'lost' | 'skipped' {
    try {
      return this.take(frame);
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      this.following = false;
      this.reader.forget();
      if (this.told) return 'skipped';
      this.told = true;
      return 'lost';
    }
  }

  private take(frame: Uint8Array): 'taken' {
    const [kind, how, ...rest] = frame.subarray(0, 12);
    if (kind !== FRAME.mirror || how === undefined || frame.length > LONGEST_FRAME) throw new BrokenStream('no frame of a mirror');
    const last = rest.findIndex((byte) => byte < 128);
    const number = rest.slice(0, last + 1).reduce((sum, byte, index) => sum + (byte & 127) * 128 ** index, 0);
    if (how === BEGINS && number > this.frame) this.begin();
    else if (how || number !== this.frame + 1 || !this.following) throw new BrokenStream('not the next frame');
    this.frame = number;
    this.reader.add(this.inflate.frame(frame.subarray(3 + last)), this.limits.waiting);
    this.makeCalls();
    this.told = false;
    return 'taken';
  }

  private begin() {
    this.following = true;
    this.inflate = new Inflate(PIECE);
    this.reader.forget();
    this.calls.forget();
  }

  private makeCalls() {
    while (this.reader.at < this.reader.end) {
      const make = this.next();
      if (!make) return;
      make();
    }
  }

  private next() {
    try {
      return this.calls.next();
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
      this.reader.back();
      return undefined;
    }
  }
}
