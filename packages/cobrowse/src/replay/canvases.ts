import { createElement, ownerOf, windowOf } from './dom.js';
import type { OwnStyles } from './own-styles.js';
import { isBearable } from './picture-size.js';

/** A picture that stands on a canvas, and the document's window whose it is. */
interface Shown {
  readonly address: string;
  readonly window: Window & typeof globalThis;
}

/** What is drawn on canvases: where nothing runs a canvas shows nothing, so that a picture stands in its place. */
export class Canvases {
  readonly #styles: OwnStyles;
  readonly #shown = new Map<Element, Shown>();

  constructor(styles: OwnStyles) {
    this.#styles = styles;
  }

  /** A canvas is as large as its attributes say where the page says nothing. */
  size(canvas: Element, width: string | undefined, height: string | undefined): void {
    const pixels = (value: string | undefined, otherwise: number): number =>
      /^\s*\d{1,5}(?!\d)/.test(value ?? '') ? parseInt(value ?? '', 10) : otherwise;
    this.#styles.set(canvas, '--deskbell-width', `${String(pixels(width, 300))}px`);
    this.#styles.set(canvas, '--deskbell-ratio', `${String(pixels(width, 300))} / ${String(pixels(height, 150))}`);
  }

  show(canvas: Element, bytes: Uint8Array): void {
    const document = ownerOf(canvas);
    const window = document && windowOf(document);
    if (!window || !isBearable(bytes)) return;
    // Of the frame's own window: what another made may not be had there.
    const next = { window, address: window.URL.createObjectURL(new window.Blob([new Uint8Array(bytes)])) };
    const before = this.#shown.get(canvas);
    this.#shown.set(canvas, next);
    const image = createElement(document, 'img') as HTMLImageElement;
    image.src = next.address;
    const show = (): void => {
      // One that came later may have been quicker.
      if (this.#shown.get(canvas) === next) this.#styles.set(canvas, '--deskbell-picture', `url("${next.address}")`);
      this.#revoke(before);
    };
    // The one before stands till this one is there.
    image.decode().then(show, () => this.#revoke(next));
  }

  forget(canvas: Element): void {
    this.#revoke(this.#shown.get(canvas));
    this.#shown.delete(canvas);
  }

  close(): void {
    for (const shown of this.#shown.values()) this.#revoke(shown);
    this.#shown.clear();
  }

  #revoke(shown: Shown | undefined): void {
    shown?.window.URL.revokeObjectURL(shown.address);
  }
}
