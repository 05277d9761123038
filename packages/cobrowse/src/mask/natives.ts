// The browser's own ways to look at a node, taken when this is loaded: a page may put its own in their place, and a form has its fields for
// properties (`<input name="attributes">`), but neither is looked at here.
const bound = Function.prototype.bind.bind(Function.prototype.call) as <This, Rest extends unknown[], Result>(
  method: (this: This, ...rest: Rest) => Result,
) => (it: This, ...rest: Rest) => Result;

const getter = <Of extends object, Name extends keyof Of & string>(of: { prototype: Of }, name: Name) =>
  bound(Object.getOwnPropertyDescriptor(of.prototype, name)?.get as (this: Of) => Of[Name]);

export const matches = bound(Element.prototype.matches);
export const closest = bound(Element.prototype.closest);
export const attributeOf = bound(Element.prototype.getAttribute);
export const localName = getter(Element, 'localName');
export const namespaceOf = getter(Element, 'namespaceURI');
export const shadowOf = getter(Element, 'shadowRoot');
export const slotOf = getter(Element, 'assignedSlot');
export const slotOfText = getter(Text, 'assignedSlot');
export const kindOf = getter(Node, 'nodeType');
export const parentOf = getter(Node, 'parentNode');
export const before = getter(Node, 'previousSibling');
export const after = getter(Node, 'nextSibling');
export const textOf = getter(Node, 'textContent');
export const hostOf = getter(ShadowRoot, 'host');
export const viewOf = getter(Document, 'defaultView');
export const addressOf = getter(Document, 'URL');
export const valueOf = getter(HTMLInputElement, 'value');
export const areaValueOf = getter(HTMLTextAreaElement, 'value');
export const chosenOf = getter(HTMLSelectElement, 'value');
export const controlOf = getter(HTMLLabelElement, 'control');
export const contentOf = getter(HTMLIFrameElement, 'contentDocument');
// eslint-disable-next-line @typescript-eslint/no-deprecated -- one of its many declarations is; this is none of them
export const find = bound(Document.prototype.querySelector);
