// A form answers with a field of its own where that has the name of a property, and a document with an image: `<input name="parentNode">`.
// So what is asked of either is asked of the prototype.

type Getter<Of, Name extends keyof Of> = (on: Of) => Of[Name];

const getter = <Of extends object, Name extends keyof Of & string>(of: Of, name: Name): Getter<Of, Name> => {
  const { get } = Object.getOwnPropertyDescriptor(of, name) as { get: () => Of[Name] };
  return (on) => get.call(on);
};

export const parentOf = getter(Node.prototype, 'parentNode');
export const documentOf = getter(Node.prototype, 'ownerDocument');
export const isConnected = getter(Node.prototype, 'isConnected');
export const baseOf = getter(Node.prototype, 'baseURI');
export const slotOf = getter(Element.prototype, 'assignedSlot');
export const shadowOf = getter(Element.prototype, 'shadowRoot');
export const tagOf = getter(Element.prototype, 'localName');
export const membersOf = getter(HTMLFormElement.prototype, 'elements');

const documentWindow = getter(Document.prototype, 'defaultView');
const documentActive = getter(Document.prototype, 'activeElement');

/** Whose scripts an element is of; null where its document is in no window any more. */
export const windowOf = (node: Node): (Window & typeof globalThis) | null =>
  documentWindow(node.nodeType === Node.DOCUMENT_NODE ? (node as Document) : (documentOf(node) as Document));

/** The frame that a node is in; null in the page itself, and where the page around is another site's. */
export const frameOf = (node: Node, page: Window): Element | null => {
  const window = windowOf(node);
  return window === page ? null : (window?.frameElement ?? null);
};

export const rootOf = (node: Node): Document | ShadowRoot => Node.prototype.getRootNode.call(node) as Document | ShadowRoot;
export const attributeOf = (element: Element, name: string): string | null => Element.prototype.getAttribute.call(element, name);
export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
export const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);
/** False where a listener prevented what would follow. */
export const dispatch = (on: EventTarget, event: Event): boolean => EventTarget.prototype.dispatchEvent.call(on, event);

const isDocument = (root: Document | ShadowRoot): root is Document => root.nodeType === Node.DOCUMENT_NODE;

/** What has the focus in a tree, or holds the shadow root that has it. */
export const activeIn = (root: Document | ShadowRoot): Element | null => (isDocument(root) ? documentActive(root) : root.activeElement);
export const elementAt = (root: Document | ShadowRoot, x: number, y: number): Element | null =>
  isDocument(root) ? Document.prototype.elementFromPoint.call(root, x, y) : root.elementFromPoint(x, y);

/** The elements an event goes through, from the first upwards to its document: slots, and hosts of shadow roots, too. */
export function* pathOf(node: Node): Generator<Element, undefined> {
  for (let at: Node | null = node; at;) {
    if (at.nodeType === Node.ELEMENT_NODE) {
      yield at as Element;
      at = slotOf(at as Element) ?? parentOf(at);
    } else {
      at = parentOf(at) ?? (at as Partial<ShadowRoot>).host ?? null;
    }
  }
  return undefined;
}

interface Searched {
  querySelectorAll(selector: string): NodeListOf<Element>;
}

/** What a selector finds in one tree, in the order of the page. */
export const allIn = (root: Document | ShadowRoot, selector: string): Element[] => [
  ...((isDocument(root) ? Document : ShadowRoot).prototype as Searched).querySelectorAll.call(root, selector),
];

/** The browser's own editing. Nothing else does what a hand does in an editor, and every browser keeps it for that. */
export const edits = (document: Document, command: 'insertText' | 'insertParagraph' | 'delete', text?: string): boolean =>
  (document as { execCommand(command: string, shows: boolean, text?: string): boolean }).execCommand(command, false, text);
