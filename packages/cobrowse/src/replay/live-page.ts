import type { MirroredPage } from '../sink.js';
import { byId } from './dom.js';
import { boxInPage, elementAt } from './hit.js';
import { Marks } from './marks.js';
import { Scene } from './scene.js';
import { Scrolls } from './scrolls.js';

/** No viewport is larger, CSS px. */
const MAX_SIDE = 20_000;

/** Where the customer's pointer is, CSS px in their viewport. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly pressed: boolean;
}

/** A point of an element of the customer's page: the element by its id, and where in it, as parts of its width and height. */
export interface Spot {
  readonly node: number;
  readonly x: number;
  readonly y: number;
}

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    // Percent signs that mean nothing.
    return name;
  }
};

/** One page with what changes on it by itself. */
export class LivePage {
  readonly scene: Scene;
  readonly marks: Marks;
  readonly scrolls: Scrolls;
  page: MirroredPage;

  constructor(stage: HTMLElement, page: MirroredPage, lost: () => void) {
    this.page = page;
    this.scene = new Scene(stage, page, lost);
    this.marks = new Marks(this.scene.nodes);
    this.scrolls = new Scrolls(this.scene.nodes);
    this.scene.frame.style.visibility = 'hidden';
    this.size();
  }

  /** The frame is the customer's viewport. */
  size(): void {
    const { frame } = this.scene;
    frame.style.width = `${String(Math.min(this.page.width, MAX_SIDE))}px`;
    frame.style.height = `${String(Math.min(this.page.height, MAX_SIDE))}px`;
  }

  /** What is at a point of the viewport, CSS px. */
  spotAt(x: number, y: number): Spot | undefined {
    const { content, nodes } = this.scene;
    const element = content && elementAt(content, x, y);
    const node = element ? nodes.idOf(element) : 0;
    if (!element || node === 0) return undefined;
    const box = boxInPage(element, nodes);
    const part = (at: number, from: number, size: number): number => Math.min(1, Math.max(0, size > 0 ? (at - from) / size : 0.5));
    return { node, x: part(x, box.x, box.width), y: part(y, box.y, box.height) };
  }

  boxOf(node: number): DOMRect | undefined {
    const { nodes } = this.scene;
    const element = nodes.element(node);
    return element && boxInPage(element, nodes);
  }

  /** Goes where it is scrolled to, and marks what the pointer is over. */
  settle(pointer: Pointer | undefined): void {
    const { content, sheets } = this.scene;
    this.scrolls.settle();
    if (pointer && content && sheets.looksAtPointer) this.marks.hover(elementAt(content, pointer.x, pointer.y), pointer.pressed);
  }

  /** What the address names is `:target`. */
  aim(): void {
    const name = URL.canParse(this.page.address) ? new URL(this.page.address).hash.slice(1) : '';
    const { content } = this.scene;
    const named = content && name !== '' ? (byId(content, name) ?? byId(content, decoded(name))) : null;
    this.marks.target(named ?? undefined);
  }
}
