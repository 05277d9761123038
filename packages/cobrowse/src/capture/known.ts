import type { Mask } from '../mask/masker.js';

/** A node that the other side has. */
export interface Known {
  readonly id: number;
  /** What holds for it; for a text, for what it is in. */
  readonly mask: Mask;
}

/** The nodes that the other side has, with their ids. */
export class KnownNodes {
  readonly #nodes = new Map<Node, Known>();
  #last = 0;

  get(node: Node | null): Known | undefined {
    return node ? this.#nodes.get(node) : undefined;
  }

  id(node: Node | null): number {
    return this.get(node)?.id ?? 0;
  }

  add(node: Node, mask: Mask): number {
    this.#last += 1;
    this.#nodes.set(node, { id: this.#last, mask });
    return this.#last;
  }

  delete(node: Node) {
    this.#nodes.delete(node);
  }

  clear() {
    this.#nodes.clear();
    this.#last = 0;
  }

  /** Seldom asked, so that nothing is kept for it. */
  nodeOf(id: number): Node | undefined {
    for (const [node, known] of this.#nodes) if (known.id === id) return node;
    return undefined;
  }
}
