import { contentOf, firstOf, hostOf, isDocument, isElement, isShadow, nameOf, nextOf, parentOf, shadowOf } from './dom.js';
import type { Namespace } from '../sink.js';
import type { Standing } from './elements.js';

/** A node of the mirrored page, and what stands for it. */
export interface Kept {
  readonly id: number;
  readonly node: Node;
  standing: Standing;
  /** As the customer's page has it, in lower case where it is HTML; '' for what is no element. */
  readonly tag: string;
  readonly namespace: Namespace;
  /** How many nodes are above it. */
  depth: number;
}

/** How many nodes a page may have, and how deep they may be: what is more is left out, with all that is in it. */
export const MAX_NODES = 250_000;
export const MAX_DEPTH = 400;

const NO_NODES: readonly Node[] = [];

/** The documents and roots that are inside of a node without being its children. */
function within(node: Node): readonly Node[] {
  if (!isElement(node)) return NO_NODES;
  const inside = nameOf(node) === 'iframe' ? contentOf(node) : shadowOf(node);
  return inside ? [inside] : NO_NODES;
}

/** Calls for a node and everything in it, over shadow roots and frames. */
export function walk(top: Node, visit: (node: Node, depth: number) => void, depth = 0): void {
  const open: [Node, number][] = [[top, depth]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, level] = next;
    visit(node, level);
    for (const inside of within(node)) open.push([inside, level + 1]);
    for (let child = firstOf(node); child; child = nextOf(child)) open.push([child, level + 1]);
  }
}

/** The nodes of a page by their ids, and the other way round. */
export class Nodes {
  readonly #kept = new Map<number, Kept>();
  readonly #ids = new Map<Node, number>();
  readonly #frames = new Map<Node, Element>();

  get(id: number): Kept | undefined {
    return this.#kept.get(id);
  }

  element(id: number): Element | undefined {
    const node = this.#kept.get(id)?.node;
    return node && isElement(node) ? node : undefined;
  }

  /** 0 where it is none of the page's. */
  idOf(node: Node): number {
    return this.#ids.get(node) ?? 0;
  }

  /** Whether there is room for another below a node of that depth. */
  hasRoom(id: number, depth: number): boolean {
    return id > 0 && !this.#kept.has(id) && this.#kept.size < MAX_NODES && depth < MAX_DEPTH;
  }

  add(kept: Kept): void {
    this.#kept.set(kept.id, kept);
    this.#ids.set(kept.node, kept.id);
  }

  addFrame(document: Document, frame: Element): void {
    this.#frames.set(document, frame);
  }

  /** Forgets a node and all in it, or only what is `inside`; `drop` is called with each. */
  forget(top: Node, drop?: (node: Node) => void, inside = false): void {
    walk(top, (node) => {
      if (inside && node === top) return;
      drop?.(node);
      const id = this.#ids.get(node);
      this.#frames.delete(node);
      if (id === undefined) return;
      this.#ids.delete(node);
      this.#kept.delete(id);
    });
  }

  /** Sets the depth of a node that has moved, and of all in it. False where that is too deep. */
  sink(top: Kept, depth: number): boolean {
    let deepest = depth;
    walk(
      top.node,
      (node, level) => {
        const kept = this.#kept.get(this.#ids.get(node) ?? 0);
        if (kept) kept.depth = level;
        deepest = Math.max(deepest, level);
      },
      depth,
    );
    return deepest < MAX_DEPTH;
  }

  /** What is around a node on the screen: the slot it stands in, the host of its root, the frame of its document. */
  around(node: Node): Node | null {
    if (isDocument(node)) return this.#frames.get(node) ?? null;
    if (isShadow(node)) return hostOf(node);
    return parentOf(node);
  }
}
