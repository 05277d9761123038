// A page may name its fields after what it is asked by: `<input name="insertBefore">` hides its form's own method, `<img name="body">` the
// document's. So nothing of the mirrored page is asked by its own names, but by those of the prototypes, which are nobody's to change.

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- what is read off a prototype has no type of its own */
const get = <T>(proto: object, name: string) => {
  const getter = Object.getOwnPropertyDescriptor(proto, name)?.get;
  if (!getter) throw new Error(`this browser has no ${name}`);
  return (on: object): T => Reflect.apply(getter, on, []) as T;
};
const set = <T>(proto: object, name: string) => {
  const setter = Object.getOwnPropertyDescriptor(proto, name)?.set;
  if (!setter) throw new Error(`this browser has no ${name}`);
  return (on: object, value: T): void => {
    Reflect.apply(setter, on, [value]);
  };
};
const call =
  <A extends unknown[], R = void>(method: unknown) =>
  (on: object, ...args: A): R =>
    Reflect.apply<object, A, R>(method as (...args: A) => R, on, args);

const [node, element, html, root, page] = [Node, Element, HTMLElement, ShadowRoot, Document].map(({ prototype }) => prototype) as [
  Node,
  Element,
  HTMLElement,
  ShadowRoot,
  Document,
];

export const typeOf = get<number>(node, 'nodeType');
export const parentOf = get<Node | null>(node, 'parentNode');
export const firstOf = get<Node | null>(node, 'firstChild');
export const nextOf = get<Node | null>(node, 'nextSibling');
export const ownerOf = get<Document | null>(node, 'ownerDocument');
export const isConnected = get<boolean>(node, 'isConnected');
export const insertBefore = call<[Node, Node | null], Node>(node.insertBefore);
export const removeChild = call<[Node], Node>(node.removeChild);
/** Puts a node where it belongs; where the browser can, what is there already moves as it is, with its frames and dialogs. */
export function place(placed: Node, into: Node, before: Node | null): void {
  const { moveBefore } = (isDocument(into) ? page : isShadow(into) ? DocumentFragment.prototype : element) as {
    moveBefore?: (node: Node, before: Node | null) => void;
  };
  const canMove = moveBefore && isConnected(placed) && isConnected(into) && ownerOf(placed) === (isDocument(into) ? into : ownerOf(into));
  if (canMove) moveBefore.call(into, placed, before);
  else insertBefore(into, placed, before);
}
export const setData = set<string>(CharacterData.prototype, 'data');

export const nameOf = get<string>(element, 'localName');
export const shadowOf = get<ShadowRoot | null>(element, 'shadowRoot');
export const slotOf = get<Element | null>(element, 'assignedSlot');
export const hostOf = get<Element>(root, 'host');
export const getAttribute = call<[string], string | null>(element.getAttribute);
export const setAttribute = call<[string, string]>(element.setAttribute);
export const setAttributeNS = call<[string, string, string]>(element.setAttributeNS);
export const removeAttribute = call<[string]>(element.removeAttribute);
export const toggleAttribute = call<[string, boolean], boolean>(element.toggleAttribute);
export const attachShadow = call<[ShadowRootInit], ShadowRoot>(element.attachShadow);
export const scrollTo = call<[ScrollToOptions]>(element.scrollTo);
export const boxOf = call<[], DOMRect>(element.getBoundingClientRect);
export const scrollLeftOf = get<number>(element, 'scrollLeft');
export const scrollTopOf = get<number>(element, 'scrollTop');
export const clear = call<[]>(element.replaceChildren);
export const clearRoot = call<[]>(DocumentFragment.prototype.replaceChildren);
export const clearDocument = call<[]>(page.replaceChildren);
export const styleOf = get<CSSStyleDeclaration>(html, 'style');

export const createElement = call<[string], HTMLElement>(Reflect.get(page, 'createElement'));
export const createElementNS = call<[string, string], Element>(page.createElementNS);
export const createText = call<[string], Text>(page.createTextNode);
export const createComment = call<[string], Comment>(page.createComment);
export const rootOf = get<HTMLElement | null>(page, 'documentElement');
export const windowOf = get<(Window & typeof globalThis) | null>(page, 'defaultView');
export const scrollerOf = get<Element | null>(page, 'scrollingElement');
export const byId = call<[string], Element | null>(page.getElementById);
export const elementFromPoint = (on: Document | ShadowRoot, x: number, y: number): Element | null =>
  call<[number, number], Element | null>(typeOf(on) === 9 ? page.elementFromPoint : root.elementFromPoint)(on, x, y);
export const setAdopted = (on: Document | ShadowRoot, sheets: CSSStyleSheet[]): void =>
  set<CSSStyleSheet[]>(typeOf(on) === 9 ? page : root, 'adoptedStyleSheets')(on, sheets);

export const isElement = (on: Node): on is Element => typeOf(on) === 1;
export const isText = (on: Node): on is Text => typeOf(on) === 3;
export const isDocument = (on: Node): on is Document => typeOf(on) === 9;
export const isShadow = (on: Node): on is ShadowRoot => typeOf(on) === 11;
/** The document inside of a frame. */
export const contentOf = get<Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
