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
    const id = this.next();
    this.#nodes.set(node, { id, mask });
    return id;
  }

  /** An id for a node that is known to somebody else. */
  next(): number {
    this.#last += 1;
    return this.#last;
  }

  delete(node: Node) {
    this.#nodes.delete(node);
  }

  /** Seldom asked, so that nothing is kept for it. */
  nodeOf(id: number): Node | undefined {
    for (const [node, known] of this.#nodes) if (known.id === id) return node;
    return undefined;
  }
}
