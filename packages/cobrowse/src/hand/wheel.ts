import type { Reach } from './ports.js';

/** Turns of a wheel within so long add up, whether or not the mirror has caught up, ms. */
const TOGETHER = 300;
/** Px that a line of a wheel stands for. */
const LINE = 40;

interface Scroller {
  readonly node: number;
  readonly element: Element;
}

const isMovable = (size: number, room: number, at: number, by: number) =>
  by !== 0 && size > room + 1 && (by < 0 ? at > 0 : at < size - room - 1);

function scrolls(element: Element, isRoot: boolean, dx: number, dy: number): boolean {
  const { scrollWidth, clientWidth, scrollLeft, scrollHeight, clientHeight, scrollTop } = element;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const may = (overflow = 'visible') =>
    isRoot ? overflow !== 'hidden' && overflow !== 'clip' : overflow === 'auto' || overflow === 'scroll';
  return (
    (may(style?.overflowX) && isMovable(scrollWidth, clientWidth, scrollLeft, dx)) ||
    (may(style?.overflowY) && isMovable(scrollHeight, clientHeight, scrollTop, dy))
  );
}

/** The turns of a wheel, and the way of a finger, as where what is under them is to be scrolled to. */
export class Wheel {
  readonly #reach: Reach;
  #goal: { node: number; x: number; y: number; at: number } | undefined;
  #isDue = false;

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  /** By how much, CSS px of the customer's viewport, under the node that is there. */
  turn(over: number, dx: number, dy: number): void {
    const { now, nextFrame } = this.#reach;
    const scroller = this.#scrollerOf(over, dx, dy);
    if (!scroller) return;
    const { node, element } = scroller;
    const goal =
      this.#goal?.node === node && now() - this.#goal.at < TOGETHER ? this.#goal : { x: element.scrollLeft, y: element.scrollTop };
    const within = (to: number, most: number) => Math.round(Math.min(Math.max(0, to), Math.max(0, most)));
    this.#goal = {
      node,
      x: within(goal.x + dx, element.scrollWidth - element.clientWidth),
      y: within(goal.y + dy, element.scrollHeight - element.clientHeight),
      at: now(),
    };
    if (this.#isDue) return;
    this.#isDue = true;
    nextFrame(() => this.#send());
  }

  /** The px of a wheel's turn, in whatever it counts. */
  static pxOf({ deltaX, deltaY, deltaMode, shiftKey }: WheelEvent, page: number): [number, number] {
    const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : deltaMode === WheelEvent.DOM_DELTA_PAGE ? page : 1;
    return shiftKey && deltaX === 0 ? [deltaY * unit, 0] : [deltaX * unit, deltaY * unit];
  }

  #send(): void {
    this.#isDue = false;
    if (!this.#goal) return;
    const { node, x, y } = this.#goal;
    this.#reach.act({ kind: 'scroll', node, x, y });
  }

  /** The innermost that can go there still; else what is around it, up to the page. */
  #scrollerOf(over: number, dx: number, dy: number): Scroller | undefined {
    const { player } = this.#reach.view;
    for (let at = player.nodeOf(over) ?? null; at;) {
      if (at.nodeType === Node.DOCUMENT_NODE) {
        const { scrollingElement, defaultView } = at as Document;
        const node = player.idOf(at);
        if (scrollingElement && node && this.#mayScroll(node, scrollingElement, true, dx, dy)) return { node, element: scrollingElement };
        at = defaultView?.frameElement ?? null;
        continue;
      }
      const node = player.idOf(at);
      const isRoot = at === at.ownerDocument?.scrollingElement;
      if (at.nodeType === Node.ELEMENT_NODE && node && !isRoot && this.#mayScroll(node, at as Element, false, dx, dy))
        return { node, element: at as Element };
      at = (at as Partial<Element>).assignedSlot ?? at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
    }
    return undefined;
  }

  /** Where it was just sent, it goes on, though the mirror may show it at its old place. */
  #mayScroll(node: number, element: Element, isRoot: boolean, dx: number, dy: number): boolean {
    const isGoing = this.#goal?.node === node && this.#reach.now() - this.#goal.at < TOGETHER;
    return isGoing || scrolls(element, isRoot, dx, dy);
  }
}
