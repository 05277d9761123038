import { scrollerOf, isDocument, isElement, scrollLeftOf, scrollTo, scrollTopOf } from './dom.js';
import type { Nodes } from './nodes.js';

/** Where what scrolls is to be: it may take rules and pictures that are not there yet to get there. */
export class Scrolls {
  readonly #nodes: Nodes;
  readonly #wanted = new Map<number, readonly [x: number, y: number]>();

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
  }

  want(id: number, x: number, y: number): void {
    this.#wanted.set(id, [x, y]);
  }

  /** Goes where it is to be, as far as that is possible now. */
  settle(): void {
    for (const [id, [left, top]] of this.#wanted) {
      const node = this.#nodes.get(id)?.node;
      const scroller = node && (isDocument(node) ? scrollerOf(node) : isElement(node) ? node : null);
      if (!scroller) this.#wanted.delete(id);
      else if (Math.abs(scrollLeftOf(scroller) - left) >= 1 || Math.abs(scrollTopOf(scroller) - top) >= 1)
        scrollTo(scroller, { left, top, behavior: 'instant' });
    }
  }
}
