import { boxOf, contentOf, elementFromPoint, isDocument, isElement, isShadow, nameOf, ownerOf, shadowOf } from './dom.js';
import type { Nodes } from './nodes.js';

const border = (frame: Element): readonly [number, number] => {
  const window = ownerOf(frame)?.defaultView;
  const style = window?.getComputedStyle(frame);
  const of = (...names: string[]): number => names.reduce((sum, name) => sum + (parseFloat(style?.getPropertyValue(name) ?? '') || 0), 0);
  return [of('border-left-width', 'padding-left'), of('border-top-width', 'padding-top')];
};

/** The innermost element at a point of a document's viewport, CSS px, through shadow roots and frames. */
export function elementAt(document: Document, x: number, y: number): Element | undefined {
  let found = elementFromPoint(document, x, y) ?? undefined;
  for (let root = found && shadowOf(found); found && root; root = shadowOf(found)) {
    const inside: Element | null = elementFromPoint(root, x, y);
    if (!inside || inside === found) break;
    found = inside;
  }
  const content = found && nameOf(found) === 'iframe' ? contentOf(found) : null;
  if (!found || !content) return found;
  const { left, top } = boxOf(found);
  const [more, down] = border(found);
  return elementAt(content, x - left - more, y - top - down) ?? found;
}

/** Where an element is in the viewport of the whole page, CSS px, whatever frames it is in. */
export function boxInPage(element: Element, nodes: Nodes): DOMRect {
  const box = boxOf(element);
  let [x, y] = [box.x, box.y];
  for (let at: Node | null = nodes.around(element); at; at = nodes.around(at)) {
    const frame: Node | null = isDocument(at) ? nodes.around(at) : null;
    if (!frame || !isElement(frame) || isShadow(frame)) continue;
    const [more, down] = border(frame);
    const outer = boxOf(frame);
    x += outer.x + more;
    y += outer.y + down;
    at = frame;
  }
  return new DOMRect(x, y, box.width, box.height);
}
