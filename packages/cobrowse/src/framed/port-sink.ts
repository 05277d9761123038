import type { RecordedSink } from '../capture/options.js';
import type { MirrorSink } from '../sink.js';
import { sizeOf, type FromFrame } from './messages.js';

const CALLS: Readonly<Record<keyof MirrorSink, true>> = {
  fresh: true,
  shown: true,
  paged: true,
  document: true,
  element: true,
  text: true,
  shadow: true,
  moved: true,
  removed: true,
  attribute: true,
  said: true,
  value: true,
  checked: true,
  chosen: true,
  scrolled: true,
  sheet: true,
  adopted: true,
  picture: true,
  blank: true,
  pointer: true,
  focused: true,
  opened: true,
};

/** What a frame records, in parts over a port. */
export class PortSink {
  readonly sink: RecordedSink;
  #calls: unknown[][] = [];
  /** How large the parts were that the page did not take yet, the oldest first. */
  #untaken: number[] = [];

  constructor(say: (message: FromFrame) => void) {
    const calls = Object.keys(CALLS).map((name) => [name, (...said: unknown[]) => this.#calls.push([name, ...said])]);
    const flush = () => {
      if (!this.#calls.length) return false;
      this.#untaken.push(sizeOf(this.#calls));
      say({ type: 'calls', calls: this.#calls });
      this.#calls = [];
      return false;
    };
    this.sink = { ...Object.fromEntries(calls), flush } as RecordedSink;
  }

  /** Bytes, about, that the page did not take yet. */
  get waiting(): number {
    return this.#untaken.reduce((sum, size) => sum + size, 0);
  }

  taken(parts: number): void {
    this.#untaken = this.#untaken.slice(parts);
  }
}
