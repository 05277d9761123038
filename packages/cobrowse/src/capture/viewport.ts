import { stringify } from '../json.js';
import type { Masker } from '../mask/masker.js';
import type { MirroredPage, MirrorSink } from '../sink.js';
import type { KnownNodes } from './known.js';
import { hearMedia, sizeOf } from './media.js';
import {
  activeIn,
  attributeOf,
  baseOf,
  rectOf,
  contentDocumentOf,
  documentOf,
  matches,
  fullscreenOf,
  hear,
  isElement,
  leftOf,
  scrollerOf,
  tagOf,
  titleOf,
  topOf,
} from '../natives.js';
import { shadowRootOf } from './tree.js';

type Opened = Parameters<MirrorSink['opened']>[1];

/** Where the customer is on the page: its size and title, scroll, pointer, focus, and what stands open. */
export class Viewport {
  readonly #window: Window & typeof globalThis;
  readonly #known: KnownNodes;
  readonly #sink: MirrorSink;
  readonly #masker: Masker;
  /** What has the focus in a frame that cannot be looked into; 0 where that is not known. */
  readonly #focusIn: (frame: Element) => number;
  #page = '';
  /** Asked for only when it changed: the browser would lay the page out to tell. */
  #size: ReturnType<typeof sizeOf> | undefined;
  #scrolls = new Set<Element | Document>();
  #openable = new Set<Element>();
  #opened = new WeakMap<Element, Opened>();
  #pointer: readonly [number, number, boolean] | undefined;
  #mayFocus = true;
  #focus = 0;

  constructor(
    window: Window & typeof globalThis,
    known: KnownNodes,
    sink: MirrorSink,
    masker: Masker,
    focusIn: (frame: Element) => number,
  ) {
    this.#window = window;
    this.#known = known;
    this.#sink = sink;
    this.#masker = masker;
    this.#focusIn = focusIn;
  }

  /** The page as it may be seen; it is said from now on when it changes. */
  fresh(): MirroredPage {
    const page = this.#pageNow();
    this.#page = stringify(page);
    return page;
  }

  scrolled(target: Element | Document) {
    this.#scrolls.add(target);
  }

  mayOpen(element: Element) {
    this.#openable.add(element);
  }

  /** Hears of the pointer and the focus in a window: the page's own or that of a frame in it. */
  listen(window: Window, signal: AbortSignal, wake: () => void) {
    const points = (event: Event) => {
      const { clientX, clientY, buttons } = event as PointerEvent;
      const [left, top] = this.#placeOf(window);
      this.#pointer = [clientX + left, clientY + top, buttons > 0];
      wake();
    };
    const focuses = () => {
      this.#mayFocus = true;
      wake();
    };
    for (const type of ['pointermove', 'pointerdown', 'pointerup']) hear(window, type, signal, points);
    for (const type of ['focusin', 'focusout', 'blur']) hear(window, type, signal, focuses);
    hear(window.document, 'fullscreenchange', signal, () => {
      const element = fullscreenOf(window.document);
      if (element) this.mayOpen(element);
      for (const was of this.#fullscreens) this.mayOpen(was);
      wake();
    });
    if (window !== this.#window) return;
    for (const type of ['popstate', 'hashchange']) hear(window, type, signal, wake);
    const resized = () => {
      this.#size = undefined;
      wake();
    };
    hear(window, 'resize', signal, resized);
    hearMedia(this.#window, signal, resized);
  }

  /** The pointer is in a frame that cannot be looked into. */
  pointed(frame: Element, x: number, y: number, pressed: boolean) {
    const { left, top } = rectOf(frame);
    const around = documentOf(frame)?.defaultView;
    const [more, down] = around ? this.#placeOf(around) : [0, 0];
    this.#pointer = [left + frame.clientLeft + more + x, top + frame.clientTop + down + y, pressed];
  }

  focusMoved() {
    this.#mayFocus = true;
  }

  /** Comes before what is in the page: its addresses are relative to the base. */
  writePage() {
    const page = this.#pageNow();
    const now = stringify(page);
    if (now !== this.#page) this.#sink.paged(page);
    this.#page = now;
  }

  write() {
    for (const target of this.#scrolls) this.#scroll(target);
    this.#scrolls.clear();
    for (const element of this.#openable) this.#open(element);
    this.#openable.clear();
    if (this.#mayFocus) this.#focuses();
    if (this.#pointer) this.#sink.pointer(...this.#pointer);
    this.#pointer = undefined;
  }

  readonly #fullscreens = new Set<Element>();

  #pageNow(): MirroredPage {
    const window = this.#window;
    const masker = this.#masker;
    const { document } = window;
    this.#size ??= sizeOf(window);
    return {
      title: masker.title(titleOf(document)),
      address: masker.address(window.location.href),
      base: masker.address(baseOf(document)),
      ...this.#size,
    };
  }

  #scroll(target: Element | Document) {
    const known = this.#known.get(target);
    if (!known || this.#masker.isBlocked(known.mask)) return;
    const element = isElement(target) ? target : scrollerOf(target);
    if (element) this.#sink.scrolled(known.id, leftOf(element), topOf(element));
  }

  #open(element: Element) {
    const id = this.#known.id(element);
    if (!id) return;
    const how = howOpen(element);
    if ((this.#opened.get(element) ?? '') === how) return;
    this.#opened.set(element, how);
    if (how === 'fullscreen') this.#fullscreens.add(element);
    else this.#fullscreens.delete(element);
    this.#sink.opened(id, how);
  }

  #focuses() {
    this.#mayFocus = false;
    const active = activeElement(this.#window.document);
    const inner = active ? this.#focusIn(active) : 0;
    const id = inner > 0 ? inner : this.#known.id(active);
    if (id !== this.#focus) this.#sink.focused(id);
    this.#focus = id;
  }

  /** Where the window of a frame stands in the page's own. */
  #placeOf(window: Window): readonly [number, number] {
    let [left, top] = [0, 0];
    for (let at = window; at !== this.#window; at = at.parent) {
      const { frameElement } = at;
      if (!frameElement) break;
      const box = rectOf(frameElement);
      left += box.left + frameElement.clientLeft;
      top += box.top + frameElement.clientTop;
    }
    return [left, top];
  }
}

function howOpen(element: Element): Opened {
  const document = documentOf(element);
  if (document && fullscreenOf(document) === element) return 'fullscreen';
  if (tagOf(element) === 'dialog' && attributeOf(element, 'open') !== null) return matches(element, ':modal') ? 'modal' : 'dialog';
  return attributeOf(element, 'popover') !== null && matches(element, ':popover-open') ? 'popover' : '';
}

/** What has the focus, in shadow roots and frames too; the body is nothing. */
function activeElement(document: Document): Element | null {
  let active = activeIn(document);
  for (;;) {
    if (!active) return null;
    const shadow: ShadowRoot | null = shadowRootOf(active);
    const tag = tagOf(active);
    const inner: Document | null = tag === 'iframe' ? contentDocumentOf(active as HTMLIFrameElement) : null;
    const deeper = (shadow ?? inner) && activeIn((shadow ?? inner) as ShadowRoot);
    if (!deeper) return tag === 'body' || tag === 'html' ? null : active;
    active = deeper;
  }
}
