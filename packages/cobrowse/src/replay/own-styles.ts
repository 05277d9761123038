import { styleOf } from './dom.js';

/** What the view itself says in the `style` of elements: it is kept, whatever the page writes there. */
export class OwnStyles {
  readonly #own = new WeakMap<Element, Map<string, string>>();

  set(element: Element, name: string, value: string): void {
    const own = this.#own.get(element) ?? new Map<string, string>();
    this.#own.set(element, own.set(name, value));
    styleOf(element).setProperty(name, value);
  }

  /** The page wrote the attribute: what was in it is gone. */
  restore(element: Element): void {
    for (const [name, value] of this.#own.get(element) ?? []) styleOf(element).setProperty(name, value);
  }
}
