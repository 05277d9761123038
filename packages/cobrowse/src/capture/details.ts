import type { Masker } from '../mask/masker.js';
import type { MirrorSink } from '../sink.js';
import { isMirrored, seenAttribute } from './attributes.js';
import type { KnownNodes } from './known.js';
import { isElement, isText, nextOf, parentOf, previousOf, textOf } from '../natives.js';
import { isHollow } from './tree.js';

const HAS_DIGITS = /\d/;

/** Attributes and texts that changed in nodes the other side has. */
export class Details {
  readonly #known: KnownNodes;
  readonly #sink: MirrorSink;
  readonly #masker: Masker;
  readonly #attributes = new Map<Element, Set<string>>();
  readonly #texts = new Set<CharacterData>();

  constructor(known: KnownNodes, sink: MirrorSink, masker: Masker) {
    this.#known = known;
    this.#sink = sink;
    this.#masker = masker;
  }

  get size(): number {
    return this.#attributes.size + this.#texts.size;
  }

  clear() {
    this.#attributes.clear();
    this.#texts.clear();
  }

  attribute(element: Element, name: string) {
    const names = this.#attributes.get(element);
    if (names) names.add(name);
    else this.#attributes.set(element, new Set([name]));
  }

  text(text: CharacterData) {
    if (this.#known.get(text)) this.#texts.add(text);
  }

  /** What a text goes on in may be seen otherwise with it: a number may begin in the one and end in the other. */
  beside(text: CharacterData) {
    if (!HAS_DIGITS.test(textOf(text))) return;
    for (const step of [previousOf, nextOf]) {
      let neighbour = step(text);
      while (neighbour && !isText(neighbour) && !isElement(neighbour)) neighbour = step(neighbour);
      if (neighbour && isText(neighbour) && HAS_DIGITS.test(textOf(neighbour))) this.text(neighbour);
    }
  }

  write(changed: (element: Element, name: string) => void) {
    for (const [element, names] of this.#attributes) {
      const known = this.#known.get(element);
      if (!known) continue;
      for (const name of names) {
        if (!isHollow(element) && isMirrored(name)) {
          this.#sink.attribute(known.id, name, seenAttribute(element, name, known.mask, this.#masker));
        }
        changed(element, name);
      }
    }
    for (const text of this.#texts) this.beside(text);
    for (const text of this.#texts) {
      const known = this.#known.get(text);
      const parent = parentOf(text);
      if (!known) continue;
      const seen = this.#masker.text(textOf(text), parent && isElement(parent) ? parent : null, known.mask, text as Text);
      this.#sink.said(known.id, seen);
    }
    this.clear();
  }
}
