// What control asks the browser for besides what all do, in the same way.

import { documentOf, getter, isElement, isShadow, parentOf, slotOf, typeOf, viewOf, DOCUMENT } from '../natives.js';

export const membersOf = getter(HTMLFormElement, 'elements');

/** Whose scripts an element is of; null where its document is in no window any more. */
export const windowOf = (node: Node): (Window & typeof globalThis) | null =>
  viewOf(typeOf(node) === DOCUMENT ? (node as Document) : (documentOf(node) as Document));

/** The frame that a node is in; null in the page itself, and where the page around is another site's. */
export const frameOf = (node: Node, page: Window): Element | null => {
  const window = windowOf(node);
  return window === page ? null : (window?.frameElement ?? null);
};

/** False where a listener prevented what would follow. */
export const dispatch = (on: EventTarget, event: Event): boolean => EventTarget.prototype.dispatchEvent.call(on, event);

export const elementAt = (root: Document | ShadowRoot, x: number, y: number): Element | null =>
  isShadow(root) ? root.elementFromPoint(x, y) : Document.prototype.elementFromPoint.call(root, x, y);

/** The elements an event goes through, from the first upwards to its document: slots, and hosts of shadow roots, too. */
export function* pathOf(node: Node): Generator<Element, undefined> {
  for (let at: Node | null = node; at;) {
    if (isElement(at)) {
      yield at;
      at = slotOf(at) ?? parentOf(at);
    } else {
      at = parentOf(at) ?? (at as Partial<ShadowRoot>).host ?? null;
    }
  }
  return undefined;
}

/** The browser's own editing. Nothing else does what a hand does in an editor, and every browser keeps it for that. */
export const edits = (document: Document, command: 'insertText' | 'insertParagraph' | 'delete', text?: string): boolean =>
  (document as { execCommand(command: string, shows: boolean, text?: string): boolean }).execCommand(command, false, text);
