import type { Mask, Masker } from '../mask/masker.js';

const MASKED = 1;
const BLOCKED = 2;

/** A masker for tests of what asks it: `data-mask` masks what is in it, `data-block` blocks, password fields are masked. */
export function simpleMasker(overrides: Partial<Masker> = {}): Masker {
  const dots = (text: string) => text.replace(/\S/g, '•');
  const seen = (text: string, mask: Mask) => (mask & MASKED ? dots(text) : text);
  const of = (element: Element, parent: Mask) =>
    parent |
    (element.hasAttribute('data-mask') || (element.localName === 'input' && element.getAttribute('type') === 'password') ? MASKED : 0) |
    (element.hasAttribute('data-block') ? BLOCKED : 0);
  const at = (node: Node): Mask => {
    const around = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
    const outer = around ? at(around) : 0;
    return node instanceof Element ? of(node, outer) : outer;
  };
  return {
    root: (_, around = 0) => around,
    of,
    at,
    isBlocked: (mask) => (mask & BLOCKED) !== 0,
    text: (text, _, mask) => seen(text, mask),
    attribute: (_, name, value, mask) => (name === 'value' || name === 'title' ? seen(value, mask) : value),
    value: (field, mask) => seen((field as HTMLInputElement).value, mask),
    showsState: (_, mask) => !mask,
    css: (css) => css,
    showsPicture: (_, mask) => !mask,
    title: (title) => title,
    address: (address) => address,
    isOffLimits: () => false,
    mayControl: (element) => !at(element),
    decides: (name) => name === 'data-mask' || name === 'data-block' || name === 'type',
    ...overrides,
  };
}
