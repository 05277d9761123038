import { DeviceFault } from './device-fault.js';
import type { Captured, Devices } from './devices.js';

export interface SourceListener {
  /** What there is to be sent is another track, or none. */
  changed(): void;
  /** Something is wrong with the device; what there is to be sent is up to date by now. */
  failed(fault: DeviceFault): void;
}

/** One thing that can be captured: on, off, or from another device, in the middle of a call. */
export class Source {
  readonly kind: Captured;
  track: MediaStreamTrack | undefined;
  readonly #devices: Devices;
  readonly #listener: SourceListener;
  /** What an earlier attempt still brings is of no interest. */
  #turn = 0;

  constructor(kind: Captured, devices: Devices, listener: SourceListener) {
    this.kind = kind;
    this.#devices = devices;
    this.#listener = listener;
  }

  /** Captures, anew where that was done already: what is there is sent until the other is. Rejects with a `DeviceFault`. */
  async start(): Promise<void> {
    const turn = ++this.#turn;
    const track = await this.#devices.capture(this.kind);
    if (turn !== this.#turn) return track.stop();
    this.#put(track);
  }

  stop(): void {
    this.#turn += 1;
    if (this.track) this.#put(undefined);
  }

  #put(track: MediaStreamTrack | undefined): void {
    const before = this.track;
    this.track = track;
    this.#listener.changed();
    if (before) {
      before.onended = null;
      before.stop();
    }
    if (track) track.onended = () => void this.#lose(track);
  }

  /** The device went away; or somebody ended the showing of their screen by the button of the browser. */
  async #lose(track: MediaStreamTrack): Promise<void> {
    if (track !== this.track) return;
    this.#put(undefined);
    if (this.kind === 'screen') return;
    const fault = new DeviceFault(this.kind, 'unplugged');
    this.#listener.failed(fault);
    // Another one may do. Where none does, the first fault says what is to be done.
    await this.start().catch(() => undefined);
  }
}
