// The browser's own ways to look at a page, taken from its prototypes when this is loaded: a page may put its own in their place, and a form has its
// fields for properties (`<input name="attributes">`), but neither is looked at here. They work on nodes of other windows of the same origin too.

type Of<Host> = { readonly prototype: Host };

const bound = <This, Rest extends unknown[], Result>(method: (this: This, ...rest: Rest) => Result) =>
  Function.prototype.call.bind(method) as (it: This, ...rest: Rest) => Result;

/** Where a browser does not have it (yet), it reads as undefined. */
export const getter = <Host extends object, Name extends keyof Host>({ prototype }: Of<Host>, name: Name) =>
  bound((Object.getOwnPropertyDescriptor(prototype, name)?.get ?? (() => undefined)) as (this: Host) => Host[Name]);

export const typeOf = getter(Node, 'nodeType');
export const parentOf = getter(Node, 'parentNode');
export const lastOf = getter(Node, 'lastChild');
export const nextOf = getter(Node, 'nextSibling');
export const previousOf = getter(Node, 'previousSibling');
export const isConnected = getter(Node, 'isConnected');
export const baseOf = getter(Node, 'baseURI');
export const documentOf = getter(Node, 'ownerDocument');
export const contentOf = getter(Node, 'textContent');
export const rootOf = bound(Node.prototype.getRootNode) as (node: Node) => Document | ShadowRoot;
export const textOf = getter(CharacterData, 'data');
export const slotOfText = getter(Text, 'assignedSlot');

export const tagOf = getter(Element, 'localName');
export const namespaceOf = getter(Element, 'namespaceURI');
export const shadowOf = getter(Element, 'shadowRoot');
export const slotOf = getter(Element, 'assignedSlot');
export const leftOf = getter(Element, 'scrollLeft');
export const topOf = getter(Element, 'scrollTop');
export const attributeOf = bound<Element, [name: string], string | null>(Element.prototype.getAttribute);
export const attributeNamesOf = bound<Element, [], string[]>(Element.prototype.getAttributeNames);
export const matches = bound<Element, [selector: string], boolean>(Element.prototype.matches);
export const closest = bound(Element.prototype.closest);
export const rectOf = bound<Element, [], DOMRect>(Element.prototype.getBoundingClientRect);

export const addressOf = getter(Document, 'URL');
export const modeOf = getter(Document, 'compatMode');
export const titleOf = getter(Document, 'title');
export const viewOf = getter(Document, 'defaultView');
export const scrollerOf = getter(Document, 'scrollingElement');
export const fullscreenOf = getter(Document, 'fullscreenElement');
export const adoptedByDocument = getter(Document, 'adoptedStyleSheets');
// eslint-disable-next-line @typescript-eslint/no-deprecated -- one of its many declarations is; this is none of them
export const find = bound(Document.prototype.querySelector);

export const hostOf = getter(ShadowRoot, 'host');
export const adoptedByShadow = getter(ShadowRoot, 'adoptedStyleSheets');

export const contentDocumentOf = getter(HTMLIFrameElement, 'contentDocument');
export const isChecked = getter(HTMLInputElement, 'checked');
export const isMixed = getter(HTMLInputElement, 'indeterminate');
export const valueOf = getter(HTMLInputElement, 'value');
export const areaValueOf = getter(HTMLTextAreaElement, 'value');
export const chosenOf = getter(HTMLSelectElement, 'value');
export const optionsOf = getter(HTMLSelectElement, 'options');
export const isSelected = getter(HTMLOptionElement, 'selected');
export const controlOf = getter(HTMLLabelElement, 'control');
export const sheetOfStyle = getter(HTMLStyleElement, 'sheet');
export const sheetOfLink = getter(HTMLLinkElement, 'sheet');
export const sheetOfSvg = getter(SVGStyleElement, 'sheet');

export const DOCUMENT = 9;
export const isElement = (of: Node): of is Element => typeOf(of) === 1;
/** CDATA too. */
export const isText = (of: Node): of is CharacterData => typeOf(of) === 3 || typeOf(of) === 4;
export const isShadow = (of: Node): of is ShadowRoot => typeOf(of) === 11;

type Search = (this: Node, selector: string) => NodeListOf<Element>;
const search = ({ prototype }: Of<ParentNode>) => bound((prototype as unknown as { querySelectorAll: Search }).querySelectorAll);
const searches = new Map([
  [1, search(Element)],
  [9, search(Document)],
  [11, search(DocumentFragment)],
]);
/** The elements in it that a selector finds. */
export const findIn = (root: Node, selector: string): Element[] => [...(searches.get(typeOf(root))?.(root, selector) ?? [])];

const activeInDocument = getter(Document, 'activeElement');
const activeInShadow = getter(ShadowRoot, 'activeElement');
/** What has the focus in a tree, or holds the shadow root that has it. */
export const activeIn = (root: Document | ShadowRoot): Element | null => {
  if (isShadow(root)) return activeInShadow(root);
  return typeOf(root) === DOCUMENT ? activeInDocument(root) : null;
};

const listen = bound(EventTarget.prototype.addEventListener);
/** Hears before the page does, and never holds anything up. */
export function hear(target: EventTarget, type: string, signal: AbortSignal, heard: (event: Event) => void) {
  listen(target, type, heard, { capture: true, passive: true, signal });
}

/** A page may put its own in their place later. */
export const Observer = MutationObserver;
export const Aborter = AbortController;
