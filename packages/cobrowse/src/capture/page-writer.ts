import type { Mask, Masker } from '../mask/masker.js';
import type { MirrorSink, Namespace } from '../sink.js';
import { seenAttributes } from './attributes.js';
import type { KnownNodes } from './known.js';
import { baseOf, boxOf, hostOf, isElement, isShadow, isText, modeOf, namespaceOf, parentOf, tagOf, textOf } from '../natives.js';
import { isHollow, shadowRootOf } from './tree.js';

const NAMESPACE_OF: Readonly<Record<string, Namespace>> = {
  'http://www.w3.org/2000/svg': 'svg',
  'http://www.w3.org/1998/Math/MathML': 'math',
};

/** Who wants to know of what was written: fields, sheets, frames, canvases, roots. */
export interface Watcher {
  element(element: Element, tag: string): void;
  root(root: Document | ShadowRoot): void;
}

/** Writes nodes, one by one, as they are now and as they may be seen. */
export class PageWriter {
  readonly known: KnownNodes;
  readonly #sink: MirrorSink;
  readonly #masker: Masker;
  readonly #watcher: Watcher;

  constructor(known: KnownNodes, sink: MirrorSink, masker: Masker, watcher: Watcher) {
    this.known = known;
    this.#sink = sink;
    this.#masker = masker;
    this.#watcher = watcher;
  }

  /** Writes a node that is not known, in front of `before`, where what it is in is known. */
  write(node: Node, before: number) {
    if (isShadow(node)) {
      this.#shadow(node);
      return;
    }
    const parent = this.known.get(parentOf(node));
    // Of what is blocked nothing within is known, whatever asked for it.
    if (!parent || this.#masker.isBlocked(parent.mask)) return;
    if (isElement(node)) this.#element(node, parent.id, parent.mask, before);
    else if (isText(node)) {
      const around = parentOf(node) as Node;
      const seen = this.#masker.text(textOf(node), isElement(around) ? around : null, parent.mask, node as Text);
      this.#sink.text(this.known.add(node, parent.mask), parent.id, before, seen);
    }
  }

  /** The page's own, or what is in a known frame. */
  document(document: Document, frame: Element | null) {
    const around = this.known.get(frame);
    const id = this.known.add(document, this.#masker.root(document, around?.mask));
    this.#sink.document(id, around?.id ?? 0, modeOf(document) === 'BackCompat', this.#masker.address(baseOf(document)));
    this.#watcher.root(document);
  }

  /** Whether anything of a document in a known frame may be seen: its page may be off limits, or the frame blocked. */
  shows(document: Document, frame: Element): boolean {
    return !this.#masker.isBlocked(this.#masker.root(document, this.known.get(frame)?.mask));
  }

  /** What would hold for a node where it is now. */
  maskNow(node: Node, parent: Mask): Mask {
    if (isShadow(node)) return this.#masker.root(node, parent);
    return isElement(node) ? this.#masker.of(node, parent) : parent;
  }

  #element(element: Element, parent: number, around: Mask, before: number) {
    const { masker, sink, watcher } = this;
    const mask = masker.of(element, around);
    const tag = tagOf(element);
    const isBlank = masker.isBlocked(mask);
    const attributes = isHollow(element) ? [] : seenAttributes(element, mask, masker, isBlank);
    const id = this.known.add(element, mask);
    sink.element(id, parent, before, NAMESPACE_OF[namespaceOf(element) ?? ''] ?? 'html', tag, attributes);
    if (isBlank) {
      const { width, height } = boxOf(element);
      sink.blank(id, width, height);
      return;
    }
    watcher.element(element, tag);
  }

  #shadow(root: ShadowRoot) {
    const host = this.known.get(hostOf(root));
    // A root that its host does not show any more, or never showed as it is blank.
    if (!host || shadowRootOf(hostOf(root)) !== root || this.#masker.isBlocked(host.mask)) return;
    this.#sink.shadow(this.known.add(root, this.#masker.root(root, host.mask)), host.id);
    this.#watcher.root(root);
  }
}
