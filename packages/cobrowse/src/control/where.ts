import { elementAt, frameOf, pathOf } from './native.js';
import { rectOf, rootOf, shadowOf } from '../natives.js';

/** CSS px, in the viewport of the window it is about. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const isIn = (element: Element, around: Element): boolean => {
  for (const up of pathOf(element)) if (up === around) return true;
  return false;
};

/** The innermost element at a point, as far as shadow roots are open, beginning in the tree of one that should be there. */
function deepest(root: Document | ShadowRoot, { x, y }: Point): Element | null {
  let hit = elementAt(root, x, y);
  while (hit) {
    const inner = shadowOf(hit)?.elementFromPoint(x, y) ?? hit;
    // A shadow root names its host where the point is in nothing of its own, or what is slotted into it, which is outside of it.
    if (inner === hit || rootOf(inner) !== shadowOf(hit)) break;
    hit = inner;
  }
  return hit;
}

/** Where a point of a frame's page is in the page around it. */
export function outward(frame: Element, { x, y }: Point): Point {
  const { left, top, width, height } = rectOf(frame);
  const { offsetWidth, offsetHeight, clientLeft, clientTop } = frame as HTMLElement;
  return { x: left + ((clientLeft + x) * width) / (offsetWidth || 1), y: top + ((clientTop + y) * height) / (offsetHeight || 1) };
}

/**
 * What a hand would touch at a point of an element: the element or something in it. Undefined where something else is over it, there or in a page
 * around its frame, or nothing of it is to be seen.
 */
export function touched(element: Element, point: Point, page: Window): Element | undefined {
  const hit = deepest(rootOf(element), point);
  if (!hit || !isIn(hit, element)) return undefined;
  const frame = frameOf(element, page);
  return !frame || touched(frame, outward(frame, point), page) ? hit : undefined;
}

/** A point at parts (0 to 1) of an element's width and height; never quite its far edge, which is its neighbour's already. */
export const pointOf = (element: Element, x: number, y: number): Point => {
  const { left, top, width, height } = rectOf(element);
  return { x: left + Math.min(width * x, width - 0.1), y: top + Math.min(height * y, height - 0.1) };
};

const MIDDLE_AND_SIDES = [
  [0.5, 0.5],
  [0.1, 0.5],
  [0.9, 0.5],
  [0.5, 0.1],
  [0.5, 0.9],
] as const;

/** A point of an element that a hand could reach, once it is scrolled to; in the viewport of the window it is in. */
export function reachable(element: Element, page: Window): Point | undefined {
  const find = () => MIDDLE_AND_SIDES.map(([x, y]) => pointOf(element, x, y)).find((point) => touched(element, point, page));
  const there = find();
  if (there) return there;
  Element.prototype.scrollIntoView.call(element, { block: 'nearest', inline: 'nearest', behavior: 'instant' });
  return find();
}

/** Whether a hand could reach some of an element, once it is scrolled to. */
export const isWithinReach = (element: Element, page: Window): boolean => reachable(element, page) !== undefined;

/** A point of the window that an element is in, in the viewport of the page, through the frames in between. */
export function inPage(element: Element, point: Point, page: Window): Point {
  let there = point;
  for (let frame = frameOf(element, page); frame; frame = frameOf(frame, page)) there = outward(frame, there);
  return there;
}

/** The box of an element in the viewport of the page, through the frames it is in. */
export function boxOf(element: Element, page: Window): { left: number; top: number; width: number; height: number } {
  const { left, top, right, bottom } = rectOf(element);
  const [start, end] = [inPage(element, { x: left, y: top }, page), inPage(element, { x: right, y: bottom }, page)];
  return { left: start.x, top: start.y, width: end.x - start.x, height: end.y - start.y };
}
