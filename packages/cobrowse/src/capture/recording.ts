import { Canvases } from './canvases.js';
import { Changes } from './changes.js';
import { Fields, patchFields } from './fields.js';
import { Frames } from './frames.js';
import { KnownNodes } from './known.js';
import { Aborter, Observer, documentOf, hear, isElement, leftOf, scrollerOf, tagOf, topOf, viewOf } from '../natives.js';
import type { InnerFrames, RecorderOptions } from './options.js';
import { PageWriter } from './page-writer.js';
import { Patches } from './patches.js';
import { patchSheets } from './sheet-patches.js';
import { Sheets } from './sheets.js';
import type { Timing } from './timing.js';
import { mayScroll, noteShadow } from './tree.js';
import { Viewport } from './viewport.js';

type Realm = Window & typeof globalThis;

/** All that is watched from one fresh snapshot to the next. */
export class Recording {
  readonly known = new KnownNodes();
  readonly #window: Realm;
  readonly #options: RecorderOptions;
  readonly #wake: () => void;
  readonly #guard: (work: () => void) => void;
  readonly #over: AbortController;
  readonly #observer: MutationObserver;
  readonly #patches = new Patches();
  readonly #patched = new WeakSet<Realm>();
  readonly #writer: PageWriter;
  readonly #changes: Changes;
  readonly #fields: Fields;
  readonly #sheets: Sheets;
  readonly #frames: Frames;
  readonly #canvases: Canvases;
  readonly #viewport: Viewport;
  readonly #others: InnerFrames | undefined;
  readonly #hasScrolled = new WeakSet<Element>();
  #isShown = false;

  /** @param wake There is something to write. @param guard Runs work so that nothing of it gets out. */
  constructor(window: Realm, options: RecorderOptions, timing: Timing, wake: () => void, guard: (work: () => void) => void) {
    const { sink, masker } = options;
    const { known } = this;
    this.#window = window;
    this.#options = options;
    this.#wake = wake;
    this.#guard = guard;
    this.#over = new Aborter();
    this.#writer = new PageWriter(known, sink, masker, {
      element: (element, tag) => this.#wrote(element, tag),
      root: (root) => this.#watch(root),
    });
    this.#changes = new Changes(this.#writer, sink, masker, {
      within: (element) => this.#changedWithin(element),
      attribute: (element, name) => this.#changedAttribute(element, name),
      dropped: (node) => {
        const inner = this.#frames.dropped(node);
        if (inner) this.#changes.drop(inner);
      },
    });
    this.#fields = new Fields(known, sink, masker);
    this.#sheets = new Sheets(known, sink, masker, wake);
    this.#others = options.others?.();
    this.#frames = new Frames(known, this.#writer, this.#others);
    this.#canvases = new Canvases(known, sink, masker, timing, wake);
    this.#viewport = new Viewport(window, known, sink, masker, (frame) => this.#others?.focusIn(frame) ?? 0);
    this.#observer = new Observer((records) => {
      guard(() => this.#changes.take(records));
      wake();
    });
  }

  /** How much there is that was not written. */
  get size(): number {
    return this.#changes.size + this.#fields.size + this.#sheets.size + this.#frames.size + (this.#others?.size ?? 0);
  }

  begin() {
    const { document } = this.#window;
    const { sink } = this.#options;
    sink.fresh(this.#viewport.fresh());
    this.#others?.begin({
      sink,
      nextId: () => this.known.next(),
      nextSheet: () => this.#sheets.nextNumber(),
      wake: this.#wake,
      pointed: (...there) => this.#viewport.pointed(...there),
      focusMoved: () => this.#viewport.focusMoved(),
    });
    this.#writer.document(document, null);
    this.#viewport.scrolled(document);
    this.#changes.add(document);
  }

  /** Writes for as long as `hasTime`; gives whether that is all. */
  write(hasTime: () => boolean): boolean {
    this.#changes.take(this.#observer.takeRecords());
    this.#viewport.writePage();
    if (!this.#changes.write(hasTime)) return false;
    const documents = this.#frames.write((left) => this.#changes.drop(left));
    for (const document of documents) {
      this.#viewport.scrolled(document);
      this.#changes.add(document);
    }
    if (documents.length) return false;
    const isAll = this.#sheets.write(hasTime);
    if (!isAll && !this.#sheets.isTold) return false;
    this.#fields.write();
    this.#canvases.write();
    const hasAll = this.#others?.write(hasTime) ?? true;
    this.#viewport.write();
    if (!this.#isShown) this.#options.sink.shown();
    this.#isShown = true;
    return isAll && hasAll;
  }

  /** Gives the page back what it had. */
  end() {
    this.#over.abort();
    this.#observer.disconnect();
    this.#patches.restore();
    this.#canvases.end();
    this.#others?.end();
  }

  /** The mask of the page itself is not what it was: other rules hold at this address. */
  hasOtherRules(): boolean {
    const { document } = this.#window;
    return this.known.get(document)?.mask !== this.#options.masker.root(document);
  }

  #watch(root: Document | ShadowRoot) {
    this.#observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
    this.#sheets.root(root);
    const { signal } = this.#over;
    const on = (type: string, heard: (target: Element) => void) =>
      hear(root, type, signal, ({ target }) => {
        this.#guard(() => heard(target as Element));
        this.#wake();
      });
    for (const type of ['input', 'change']) on(type, (field) => this.#fields.changed(field));
    on('scroll', (target) => this.#scrolled(target));
    on('toggle', (element) => this.#viewport.mayOpen(element));
    on('close', (element) => this.#viewport.mayOpen(element));
    on('load', (element) => this.#changedWithin(element));
    if (isDocument(root)) {
      on('reset', (form) => this.#fields.reset(form));
      this.#enter(root);
    }
  }

  /** A window of the page's origin: the page's own, or that of a frame. */
  #enter(document: Document) {
    const realm = viewOf(document);
    if (!realm || this.#patched.has(realm)) return;
    this.#patched.add(realm);
    this.#viewport.listen(realm, this.#over.signal, this.#wake);
    const note =
      <Of>(noted: (of: Of) => void) =>
      (of: Of) => {
        this.#guard(() => noted(of));
        this.#wake();
      };
    const sheets = {
      touched: note<CSSStyleSheet | null>((sheet) => this.#sheets.touched(sheet)),
      replaced: (sheet: CSSStyleSheet, css: unknown) => note<CSSStyleSheet>((made) => this.#sheets.replaced(made, css))(sheet),
      owner: note<Element>((element) => this.#sheets.note(element)),
      adopts: note<Document | ShadowRoot>((root) => this.#sheets.look(root)),
    };
    patchFields(
      this.#patches,
      realm,
      note<Element>((field) => this.#fields.changed(field)),
    );
    patchSheets(this.#patches, realm, sheets);
    const shadow = note<ShadowRoot>((root) => {
      noteShadow(root);
      this.#changes.addShadow(root);
    });
    this.#patches.method(realm.Element.prototype, 'attachShadow', (_, __, root) => shadow(root as ShadowRoot));
  }

  #wrote(element: Element, tag: string) {
    // What came later begins at its top, and tells when it is scrolled. To ask it would make the browser lay the page out.
    if (this.#isShown ? this.#hasScrolled.has(element) : mayScroll(tag) && (topOf(element) || leftOf(element))) this.#scrolled(element);
    switch (tag) {
      case 'input':
      case 'textarea':
      case 'select':
        this.#fields.note(element);
        return;
      case 'style':
      case 'link':
        this.#sheets.note(element);
        return;
      case 'iframe':
      case 'frame':
        this.#frames.note(element);
        return;
      case 'canvas':
        this.#canvases.note(element as HTMLCanvasElement);
        return;
      case 'option':
      case 'optgroup':
        this.#fields.noteAround(element);
        return;
      case 'dialog':
        this.#viewport.mayOpen(element);
        return;
      default:
        if ('popover' in element && element.popover) this.#viewport.mayOpen(element);
    }
  }

  #changedWithin(element: Element) {
    if (isElement(element) && this.known.get(element)) this.#wrote(element, tagOf(element));
  }

  #changedAttribute(element: Element, name: string) {
    if (name === 'open' || name === 'popover') this.#viewport.mayOpen(element);
    this.#wrote(element, tagOf(element));
  }

  #scrolled(target: Element | Document) {
    if (isElement(target)) this.#hasScrolled.add(target);
    const document = isElement(target) && documentOf(target);
    this.#viewport.scrolled(document && scrollerOf(document) === target ? document : target);
  }
}

const isDocument = (root: Document | ShadowRoot): root is Document => !('host' in root);
