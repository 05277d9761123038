// What the platform gives, taken from its prototypes when this is loaded: a form's field named `firstChild` or a page's own `Node.prototype` change
// nothing of it. It works on nodes of other windows of the same origin too.

function reader<Host extends object, Name extends keyof Host>(prototype: Host, name: Name): (host: Host) => Host[Name] {
  // Where a browser does not have it (yet), it reads as undefined.
  const get = (Object.getOwnPropertyDescriptor(prototype, name)?.get ?? (() => undefined)) as (this: Host) => Host[Name];
  return (host) => get.call(host);
}

const element = Element.prototype;
const node = Node.prototype;

export const parentOf = reader(node, 'parentNode');
export const lastOf = reader(node, 'lastChild');
export const nextOf = reader(node, 'nextSibling');
export const previousOf = reader(node, 'previousSibling');
export const typeOf = reader(node, 'nodeType');
export const isConnected = reader(node, 'isConnected');
export const baseOf = reader(node, 'baseURI');
export const documentOf = reader(node, 'ownerDocument');
export const textOf = reader(CharacterData.prototype, 'data');
export const contentOf = reader(node, 'textContent');

const { getRootNode } = node;
export const rootOf = (of: Node) => getRootNode.call(of);

export const tagOf = reader(element, 'localName');
export const namespaceOf = reader(element, 'namespaceURI');
export const shadowOf = reader(element, 'shadowRoot');
export const leftOf = reader(element, 'scrollLeft');
export const topOf = reader(element, 'scrollTop');
export const hostOf = reader(ShadowRoot.prototype, 'host');

const { getAttribute, getAttributeNames, matches, getBoundingClientRect } = element;
export const attributeOf = (host: Element, name: string) => getAttribute.call(host, name);
export const attributeNamesOf = (host: Element) => getAttributeNames.call(host);
export const doesMatch = (host: Element, selector: string) => matches.call(host, selector);
export const boxOf = (host: Element) => getBoundingClientRect.call(host);

export const modeOf = reader(Document.prototype, 'compatMode');
export const titleOf = reader(Document.prototype, 'title');
export const windowOf = reader(Document.prototype, 'defaultView');
export const scrollerOf = reader(Document.prototype, 'scrollingElement');
export const fullscreenOf = reader(Document.prototype, 'fullscreenElement');
export const activeIn = reader(Document.prototype, 'activeElement');
export const activeInShadow = reader(ShadowRoot.prototype, 'activeElement');
export const contentDocumentOf = reader(HTMLIFrameElement.prototype, 'contentDocument');
export const isChecked = reader(HTMLInputElement.prototype, 'checked');
export const optionsOf = reader(HTMLSelectElement.prototype, 'options');
export const isSelected = reader(HTMLOptionElement.prototype, 'selected');
export const sheetOfStyle = reader(HTMLStyleElement.prototype, 'sheet');
export const sheetOfLink = reader(HTMLLinkElement.prototype, 'sheet');
export const sheetOfSvg = reader(SVGStyleElement.prototype, 'sheet');
export const adoptedByDocument = reader(Document.prototype, 'adoptedStyleSheets');
export const adoptedByShadow = reader(ShadowRoot.prototype, 'adoptedStyleSheets');

const { addEventListener } = EventTarget.prototype;
type Find = (this: Node, selector: string) => NodeListOf<Element>;
const ofElement = element as { querySelectorAll: Find };
const ofDocument = Document.prototype as { querySelectorAll: Find };
const ofFragment = DocumentFragment.prototype as { querySelectorAll: Find };
const finders = new Map([
  [1, ofElement.querySelectorAll],
  [9, ofDocument.querySelectorAll],
  [11, ofFragment.querySelectorAll],
]);
/** The elements in it that a selector finds. */
export const findIn = (root: Node, selector: string): Element[] => [...(finders.get(typeOf(root))?.call(root, selector) ?? [])];

/** A page may put its own in their place later. */
export const Observer = MutationObserver;
export const Aborter = AbortController;

/** Hears before the page does, and never holds anything up. */
export function hear(target: EventTarget, type: string, signal: AbortSignal, heard: (event: Event) => void) {
  addEventListener.call(target, type, heard, { capture: true, passive: true, signal });
}

export const ELEMENT = 1;
export const TEXT = 3;
export const CDATA = 4;
export const DOCUMENT = 9;
export const SHADOW = 11;
export const isElement = (of: Node): of is Element => typeOf(of) === ELEMENT;
export const isText = (of: Node): of is CharacterData => typeOf(of) === TEXT || typeOf(of) === CDATA;
export const isShadow = (of: Node): of is ShadowRoot => typeOf(of) === SHADOW;
