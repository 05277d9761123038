import {
  DOCUMENT,
  hostOf,
  isElement,
  isShadow,
  isText,
  lastOf,
  namespaceOf,
  parentOf,
  previousOf,
  shadowOf,
  tagOf,
  typeOf,
} from '../natives.js';

const HTML = 'http://www.w3.org/1999/xhtml';
const setOf = (words: string) => new Set(words.split(' '));

/** They show nothing, and hold what is not to leave: in the head they are left out, elsewhere only that there is one is told. */
const HOLLOW = setOf('script noscript template meta base title object embed');
/** What is in them is told in other ways, or not shown. */
const CHILDLESS = setOf('style textarea iframe frame canvas video audio');

/** There are many of these, and hardly ever one that scrolls: to ask each would be a quarter of a snapshot's time. */
const UNSCROLLED = setOf(
  'tr td th span a b i em strong small label option p li h1 h2 h3 h4 img input button svg g path use circle rect line br',
);

export const mayScroll = (tag: string) => !UNSCROLLED.has(tag);
export const isHtml = (element: Element) => namespaceOf(element) === HTML;
export const isHollow = (element: Element) => HOLLOW.has(tagOf(element)) && (isHtml(element) || tagOf(element) === 'script');
export const hasNoChildren = (element: Element) => isHollow(element) || CHILDLESS.has(tagOf(element));

/** The mirror has no place for it. */
export function isLeftOut(node: Node): boolean {
  if (isText(node) || isShadow(node)) return false;
  if (!isElement(node)) return true;
  if (!isHollow(node)) return false;
  const parent = parentOf(node);
  return parent !== null && isElement(parent) && tagOf(parent) === 'head';
}

const closed = new WeakMap<Element, ShadowRoot>();

/** Remembers a shadow root that the page closes. */
export function noteShadow(root: ShadowRoot) {
  closed.set(hostOf(root), root);
}

export const shadowRootOf = (host: Element): ShadowRoot | null => shadowOf(host) ?? closed.get(host) ?? null;

/** A node and all below it in the order of the page, shadow roots before what their hosts hold; `goesInto` says below what not. */
export function collect(from: Node, goesInto: (node: Node) => boolean): Node[] {
  const found: Node[] = [];
  const ahead = [from];
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if (isText(node)) {
      found.push(node);
      continue;
    }
    if (isLeftOut(node) && typeOf(node) !== DOCUMENT) continue;
    found.push(node);
    if (!goesInto(node)) continue;
    const element = isElement(node) ? node : undefined;
    if (!element || !hasNoChildren(element)) {
      for (let child = lastOf(node); child; child = previousOf(child)) ahead.push(child);
    }
    const shadow = element && shadowRootOf(element);
    if (shadow) ahead.push(shadow);
  }
  return found;
}
