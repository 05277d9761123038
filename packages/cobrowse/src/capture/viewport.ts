import { stringify } from '../json.js';
import type { Masker } from '../mask/masker.js';
import type { MirroredPage, MirrorSink } from '../sink.js';
import type { KnownNodes } from './known.js';
import {
  activeIn,
  activeInShadow,
  attributeOf,
  baseOf,
  boxOf,
  contentDocumentOf,
  documentOf,
  doesMatch,
  fullscreenOf,
  hear,
  isElement,
  leftOf,
  scrollerOf,
  tagOf,
  titleOf,
  topOf,
} from './natives.js';
import { shadowRootOf } from './tree.js';

type Opened = Parameters<MirrorSink['opened']>[1];

/** Where the customer is on the page: its size and title, scroll, pointer, focus, and what stands open. */
export class Viewport {
  private readonly window: Window & typeof globalThis;
  private readonly known: KnownNodes;
  private readonly sink: MirrorSink;
  private readonly masker: Masker;
  private page = '';
  /** Asked for only when it changed: the browser would lay the page out to tell. */
  private size: { readonly width: number; readonly height: number } | undefined;
  private scrolls = new Set<Element | Document>();
  private openable = new Set<Element>();
  private opened = new WeakMap<Element, Opened>();
  private pointer: readonly [number, number, boolean] | undefined;
  private mayFocus = true;
  private focus = 0;

  constructor(window: Window & typeof globalThis, known: KnownNodes, sink: MirrorSink, masker: Masker) {
    this.window = window;
    this.known = known;
    this.sink = sink;
    this.masker = masker;
  }

  /** The page as it may be seen; it is said from now on when it changes. */
  fresh(): MirroredPage {
    this.scrolls = new Set();
    this.openable = new Set();
    this.opened = new WeakMap();
    this.pointer = undefined;
    this.mayFocus = true;
    this.focus = 0;
    const page = this.pageNow();
    this.page = stringify(page);
    return page;
  }

  scrolled(target: Element | Document) {
    this.scrolls.add(target);
  }

  mayOpen(element: Element) {
    this.openable.add(element);
  }

  /** Hears of the pointer and the focus in a window: the page's own or that of a frame in it. */
  listen(window: Window, signal: AbortSignal, wake: () => void) {
    const points = (event: Event) => {
      const { clientX, clientY, buttons } = event as PointerEvent;
      const [left, top] = this.placeOf(window);
      this.pointer = [clientX + left, clientY + top, buttons > 0];
      wake();
    };
    const focuses = () => {
      this.mayFocus = true;
      wake();
    };
    for (const type of ['pointermove', 'pointerdown', 'pointerup']) hear(window, type, signal, points);
    for (const type of ['focusin', 'focusout', 'blur']) hear(window, type, signal, focuses);
    hear(window.document, 'fullscreenchange', signal, () => {
      const element = fullscreenOf(window.document);
      if (element) this.mayOpen(element);
      for (const was of this.fullscreens) this.mayOpen(was);
      wake();
    });
    if (window !== this.window) return;
    for (const type of ['popstate', 'hashchange']) hear(window, type, signal, wake);
    hear(window, 'resize', signal, () => {
      this.size = undefined;
      wake();
    });
  }

  write() {
    const page = this.pageNow();
    const now = stringify(page);
    if (now !== this.page) this.sink.paged(page);
    this.page = now;
    for (const target of this.scrolls) this.scroll(target);
    this.scrolls.clear();
    for (const element of this.openable) this.open(element);
    this.openable.clear();
    if (this.mayFocus) this.focuses();
    if (this.pointer) this.sink.pointer(...this.pointer);
    this.pointer = undefined;
  }

  private readonly fullscreens = new Set<Element>();

  private pageNow(): MirroredPage {
    const { window, masker } = this;
    const { document } = window;
    this.size ??= { width: window.innerWidth, height: window.innerHeight };
    return {
      title: masker.title(titleOf(document)),
      address: masker.address(window.location.href),
      base: masker.address(baseOf(document)),
      ...this.size,
    };
  }

  private scroll(target: Element | Document) {
    const known = this.known.get(target);
    if (!known || this.masker.isBlocked(known.mask)) return;
    const element = isElement(target) ? target : scrollerOf(target);
    if (element) this.sink.scrolled(known.id, leftOf(element), topOf(element));
  }

  private open(element: Element) {
    const id = this.known.id(element);
    if (!id) return;
    const how = howOpen(element);
    if ((this.opened.get(element) ?? '') === how) return;
    this.opened.set(element, how);
    if (how === 'fullscreen') this.fullscreens.add(element);
    else this.fullscreens.delete(element);
    this.sink.opened(id, how);
  }

  private focuses() {
    this.mayFocus = false;
    const id = this.known.id(activeElement(this.window.document));
    if (id !== this.focus) this.sink.focused(id);
    this.focus = id;
  }

  /** Where the window of a frame stands in the page's own. */
  private placeOf(window: Window): readonly [number, number] {
    let [left, top] = [0, 0];
    for (let at = window; at !== this.window; at = at.parent) {
      const { frameElement } = at;
      if (!frameElement) break;
      const box = boxOf(frameElement);
      left += box.left + frameElement.clientLeft;
      top += box.top + frameElement.clientTop;
    }
    return [left, top];
  }
}

function howOpen(element: Element): Opened {
  const document = documentOf(element);
  if (document && fullscreenOf(document) === element) return 'fullscreen';
  if (tagOf(element) === 'dialog' && attributeOf(element, 'open') !== null) return doesMatch(element, ':modal') ? 'modal' : 'dialog';
  return attributeOf(element, 'popover') !== null && doesMatch(element, ':popover-open') ? 'popover' : '';
}

/** What has the focus, in shadow roots and frames too; the body is nothing. */
function activeElement(document: Document): Element | null {
  let active = activeIn(document);
  for (;;) {
    if (!active) return null;
    const shadow: ShadowRoot | null = shadowRootOf(active);
    const tag = tagOf(active);
    const inner: Document | null = tag === 'iframe' ? contentDocumentOf(active as HTMLIFrameElement) : null;
    const deeper = shadow ? activeInShadow(shadow) : inner && activeIn(inner);
    if (!deeper) return tag === 'body' || tag === 'html' ? null : active;
    active = deeper;
  }
}
