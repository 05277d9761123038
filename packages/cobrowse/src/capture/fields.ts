import type { Masker } from '../mask/masker.js';
import type { MirrorSink } from '../sink.js';
import type { KnownNodes } from './known.js';
import { attributeOf, isChecked, isElement, isSelected, optionsOf, parentOf, tagOf } from '../natives.js';
import type { Patches } from './patches.js';

const TAGS = new Set(['input', 'textarea', 'select']);

export const isField = (element: Element) => TAGS.has(tagOf(element));

/** What fields hold, what is checked and what is chosen, by hand or by script. */
export class Fields {
  readonly #known: KnownNodes;
  readonly #sink: MirrorSink;
  readonly #masker: Masker;
  #changed = new Set<Element>();
  /** What was said of a field, so that nothing is said twice. */
  #said = new WeakMap<Element, string>();

  constructor(known: KnownNodes, sink: MirrorSink, masker: Masker) {
    this.#known = known;
    this.#sink = sink;
    this.#masker = masker;
  }

  get size(): number {
    return this.#changed.size;
  }

  clear() {
    this.#changed = new Set();
    this.#said = new WeakMap();
  }

  note(element: Element) {
    this.#changed.add(element);
  }

  /** Something that is not a field by itself may be in one: an option in its select. */
  noteAround(element: Element) {
    let at: Node | null = element;
    while (at && isElement(at) && /^opt(ion|group)$/.test(tagOf(at))) at = parentOf(at);
    if (at && isElement(at) && isField(at)) this.note(at);
  }

  write() {
    for (const field of this.#changed) {
      const known = this.#known.get(field);
      if (!known || this.#masker.isBlocked(known.mask)) continue;
      if (tagOf(field) === 'select') this.#chosen(field as HTMLSelectElement, known.id, known.mask);
      else this.#held(field as HTMLInputElement, known.id, known.mask);
    }
    this.#changed.clear();
  }

  #held(field: HTMLInputElement, id: number, mask: number) {
    const type = tagOf(field) === 'input' ? (attributeOf(field, 'type') ?? '').toLowerCase() : '';
    if (type === 'checkbox' || type === 'radio') {
      if (!this.#masker.showsState(field, mask)) return;
      const on = isChecked(field);
      if (this.#says(field, id, String(on))) this.#sink.checked(id, on);
      return;
    }
    const value = this.#masker.value(field, mask);
    if (this.#says(field, id, value)) this.#sink.value(id, value);
  }

  #chosen(field: HTMLSelectElement, id: number, mask: number) {
    if (!this.#masker.showsState(field, mask)) return;
    const options = optionsOf(field);
    const chosen: number[] = [];
    for (let index = 0; index < options.length; index += 1) if (isSelected(options[index] as HTMLOptionElement)) chosen.push(index);
    if (this.#says(field, id, `${chosen.join()} of ${options.length}`)) this.#sink.chosen(id, chosen);
  }

  /** Whether that is news. A field that is written anew begins with what its attributes say. */
  #says(field: Element, id: number, what: string): boolean {
    const news = `${id} ${what}`;
    if (this.#said.get(field) === news) return false;
    this.#said.set(field, news);
    return true;
  }
}

/** Setters that tell of what scripts put into fields, which no event does. */
export function patchFields(patches: Patches, window: Window & typeof globalThis, note: (field: Element) => void) {
  const { HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, HTMLOptionElement } = window;
  for (const [{ prototype }, names] of [
    [HTMLInputElement, ['value', 'checked', 'valueAsNumber', 'valueAsDate']],
    [HTMLTextAreaElement, ['value']],
    [HTMLSelectElement, ['value', 'selectedIndex']],
    [HTMLOptionElement, ['selected']],
  ] as const) {
    for (const name of names) patches.setter(prototype, name, (field) => note(field as Element));
  }
  for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement]) {
    for (const name of ['setRangeText', 'stepUp', 'stepDown']) patches.method(prototype, name, (field) => note(field as Element));
  }
}
