import type { Masker } from '../mask/masker.js';
import type { MirrorSink } from '../sink.js';
import type { KnownNodes } from './known.js';
import { attributeOf, findIn, isChecked, isElement, isMixed, isSelected, optionsOf, parentOf, rootOf, tagOf } from '../natives.js';
import type { Patches } from './patches.js';

const TAGS = new Set(['input', 'textarea', 'select']);

const isField = (element: Element) => TAGS.has(tagOf(element));

/** What fields hold, what is checked and what is chosen, by hand or by script. */
export class Fields {
  readonly #known: KnownNodes;
  readonly #sink: MirrorSink;
  readonly #masker: Masker;
  readonly #changed = new Set<Element>();
  /** What was said of a field, so that nothing is said twice. */
  readonly #said = new WeakMap<Element, string>();

  constructor(known: KnownNodes, sink: MirrorSink, masker: Masker) {
    this.#known = known;
    this.#sink = sink;
    this.#masker = masker;
  }

  get size(): number {
    return this.#changed.size;
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

  /** The customer, or a script, changed a field, or what an element around it says of it. */
  changed(element: Element) {
    if (!isElement(element)) return;
    if (isField(element)) this.note(element);
    else this.noteAround(element);
    // One that is chosen takes the choice from the others of its name, which nothing tells.
    const { name, type, form } = element as HTMLInputElement;
    if (type === 'radio') for (const other of radiosBeside(element, form, name)) this.note(other);
  }

  reset(form: Element) {
    // Its fields are what they were when the event is over.
    for (const field of findIn(form, 'input, textarea, select')) this.note(field);
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
      const [on, mixed] = [isChecked(field), isMixed(field)];
      if (this.#says(field, id, `${on} ${mixed}`)) this.#sink.checked(id, on, mixed);
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
    [HTMLInputElement, ['value', 'checked', 'indeterminate', 'valueAsNumber', 'valueAsDate']],
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

function radiosBeside(field: Element, form: Element | null, name: string): Element[] {
  const radios = findIn(form ?? rootOf(field), 'input[type=radio]');
  return radios.filter((radio) => attributeOf(radio, 'name') === name);
}
