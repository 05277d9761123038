import { isElement, nameOf, removeAttribute, setAttribute, getAttribute, slotOf } from './dom.js';
import type { Nodes } from './nodes.js';

type Mark = 'hover' | 'active' | 'focus' | 'focus-visible' | 'focus-within' | 'target';

const TYPED = /^(?:text|search|url|tel|email|password|number|date|time|week|month|datetime-local)$/;
const isTyped = (element: Element): boolean =>
  nameOf(element) === 'textarea' ||
  getAttribute(element, 'contenteditable') !== null ||
  (nameOf(element) === 'input' && TYPED.test(getAttribute(element, 'type')?.toLowerCase() ?? 'text'));

/** The states that elements of the mirrored page are in: what its rules call `:hover` and so on is an attribute here. */
export class Marks {
  readonly #nodes: Nodes;
  readonly #marked = new Map<Mark, ReadonlySet<Element>>();

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
  }

  hover(element: Element | undefined, pressed: boolean): void {
    const chain = this.#chain(element);
    this.#set('hover', chain);
    this.#set('active', pressed ? chain : []);
  }

  /** `pressed`: the pointer brought it there, and only what is typed into shows where the focus is. */
  focus(element: Element | undefined, pressed: boolean): void {
    this.#set('focus', element ? [element] : []);
    this.#set('focus-visible', element && (!pressed || isTyped(element)) ? [element] : []);
    this.#set('focus-within', this.#chain(element));
  }

  target(element: Element | undefined): void {
    this.#set('target', element ? [element] : []);
  }

  #set(mark: Mark, elements: Iterable<Element>): void {
    const next = new Set(elements);
    const before = this.#marked.get(mark);
    for (const element of before ?? []) if (!next.has(element)) removeAttribute(element, `deskbell-${mark}`);
    for (const element of next) if (!before?.has(element)) setAttribute(element, `deskbell-${mark}`, '');
    this.#marked.set(mark, next);
  }

  /** An element and what is around it on the screen. */
  #chain(element: Element | undefined): readonly Element[] {
    const chain: Element[] = [];
    for (let at: Node | null = element ?? null; at; at = (isElement(at) ? slotOf(at) : null) ?? this.#nodes.around(at))
      if (isElement(at)) chain.push(at);
    return chain;
  }
}
