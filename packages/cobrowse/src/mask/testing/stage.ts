import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { createMasker } from '../create-masker.js';
import type { Masker } from '../masker.js';

export const RULES: MirrorRules = {
  masking: 'private',
  mask: [],
  unmask: [],
  pages: [],
  patterns: [],
  parameters: [],
  canvas: true,
  control: true,
};
/** A masker of a page where everything is masked but what is unmasked by name, and of one where only what is marked is. */
export const everything = (rules: Partial<MirrorRules> = {}) => createMasker({ ...RULES, ...rules }, window);
export const marked = (rules: Partial<MirrorRules> = {}) => everything({ masking: 'marked', ...rules });

/** Where a test puts its elements; `clear` when it is over. */
export const stage = document.createElement('div');
export const clear = () => {
  stage.remove();
};
/** Puts it on the page. Gives the element with the id `x`, or the first. */
export function put(html: string): HTMLElement {
  document.body.append(stage);
  stage.innerHTML = html;
  return stage.querySelector<HTMLElement>('#x') ?? (stage.firstElementChild as HTMLElement);
}

/** What is seen of the first text of an element, of an attribute, of what a field holds. */
export function says(masker: Masker, element: Element) {
  const text = [...element.childNodes].find((node): node is Text => node.nodeType === 3);
  return masker.text(text?.data ?? '', element, masker.at(element), text);
}
export const shows = (masker: Masker, element: Element, name: string) =>
  masker.attribute(element, name, element.getAttribute(name) ?? '', masker.at(element));
export const holds = (masker: Masker, field: HTMLElement) => masker.value(field, masker.at(field));
