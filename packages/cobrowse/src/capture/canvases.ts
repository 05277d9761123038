import type { Masker } from '../mask/masker.js';
import type { MirrorSink } from '../sink.js';
import type { KnownNodes } from './known.js';
import { boxOf } from '../natives.js';
import type { Timing } from './timing.js';

/** Ms between two pictures of all canvases. */
const EVERY = 1_000;
const TYPE = 'image/webp';
const QUALITY = 0.75;
/** Larger ones are left as they were, bytes. */
const LARGEST = 1_000_000;

/** What canvases show, as pictures: the browser makes them aside, now and then, and only what changed is sent. */
export class Canvases {
  readonly #known: KnownNodes;
  readonly #sink: MirrorSink;
  readonly #masker: Masker;
  readonly #timing: Timing;
  readonly #wake: () => void;
  #canvases = new Set<HTMLCanvasElement>();
  #shown = new WeakMap<HTMLCanvasElement, Uint8Array>();
  #pictures = new Map<HTMLCanvasElement, Uint8Array>();
  #cancel: (() => void) | undefined;

  constructor(known: KnownNodes, sink: MirrorSink, masker: Masker, timing: Timing, wake: () => void) {
    this.#known = known;
    this.#sink = sink;
    this.#masker = masker;
    this.#timing = timing;
    this.#wake = wake;
  }

  clear() {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#canvases = new Set();
    this.#shown = new WeakMap();
    this.#pictures = new Map();
  }

  note(canvas: HTMLCanvasElement) {
    this.#canvases.add(canvas);
    this.#cancel ??= this.#timing.after(0, () => this.#look());
  }

  write() {
    for (const [canvas, bytes] of this.#pictures) {
      const known = this.#known.get(canvas);
      if (known && this.#masker.showsPicture(canvas, known.mask)) this.#sink.picture(known.id, bytes);
    }
    this.#pictures.clear();
  }

  #look() {
    this.#cancel = undefined;
    for (const canvas of this.#canvases) {
      const known = this.#known.get(canvas);
      if (!known) this.#canvases.delete(canvas);
      else if (this.#masker.showsPicture(canvas, known.mask) && boxOf(canvas).width) this.#take(canvas);
    }
    if (this.#canvases.size) this.#cancel = this.#timing.after(EVERY, () => this.#look());
  }

  #take(canvas: HTMLCanvasElement) {
    try {
      HTMLCanvasElement.prototype.toBlob.call(canvas, (blob) => void this.#taken(canvas, blob), TYPE, QUALITY);
    } catch {
      // It holds pictures of other origins: the browser gives it to nobody, ever.
      this.#canvases.delete(canvas);
    }
  }

  async #taken(canvas: HTMLCanvasElement, blob: Blob | null) {
    if (!blob || blob.size > LARGEST) return;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const was = this.#shown.get(canvas);
    if (!this.#canvases.has(canvas) || (was?.length === bytes.length && was.every((byte, at) => byte === bytes[at]))) return;
    this.#shown.set(canvas, bytes);
    this.#pictures.set(canvas, bytes);
    this.#wake();
  }
}
