import type { MirroredPage, Namespace } from '../sink.js';
import { allowedAttribute } from './attributes.js';
import { Canvases } from './canvases.js';
import * as dom from './dom.js';
import { among, standIn } from './elements.js';
import { guard } from './fields.js';
import { Frames } from './frames.js';
import { answered, asAnswered, mediaFor } from './media.js';
import { Nodes, type Kept } from './nodes.js';
import { OWN_SHEET, sheetFor } from './own-sheet.js';
import { OwnStyles } from './own-styles.js';
import { Sheets } from './sheets.js';

const MAX_TEXT = 2_000_000;
const MAX_BLANK = 20_000;
const XLINK = 'http://www.w3.org/1999/xlink';

/** Node by node, what stands for a customer's page in a frame of the view, in which nothing runs. */
export class Scene {
  readonly frame: HTMLIFrameElement;
  readonly nodes = new Nodes();
  readonly sheets: Sheets;
  readonly #styles = new OwnStyles();
  readonly #canvases = new Canvases(this.#styles);
  readonly #bases = new WeakMap<Document, string>();
  readonly #frames: Frames;
  readonly page: MirroredPage;
  readonly #media: number;

  /**
   * @param stage - What the frame is put into.
   * @param page - What holds for the whole page.
   * @param lost - Called where what is shown cannot be what the customer sees any more.
   */
  constructor(stage: HTMLElement, page: MirroredPage, lost: () => void) {
    this.page = page;
    this.#media = mediaFor(page.media);
    this.sheets = new Sheets(this.#media);
    this.#frames = new Frames(lost);
    this.frame = stage.ownerDocument.createElement('iframe');
    this.#frames.add(this.frame);
    stage.append(this.frame);
    this.#frames.empty(this.frame, false);
  }

  readonly baseOf = (document: Document): string => this.#bases.get(document) ?? this.page.base;

  /** The page's own document; undefined before it was told of. */
  get content(): Document | undefined {
    const node = this.nodes.get(1)?.node;
    return node && dom.isDocument(node) ? node : undefined;
  }

  /** The page has another base, for what is told from now on. */
  rebase(base: string): void {
    if (this.content) this.#bases.set(this.content, base);
  }

  document(id: number, frame: number, quirks: boolean, base: string): void {
    const holder = id === 1 ? undefined : this.nodes.get(frame);
    if (id !== 1 && holder?.standing !== 'frame') return;
    const element = holder ? (holder.node as Element) : this.frame;
    const before = dom.contentOf(element);
    if (before) this.nodes.forget(before);
    const depth = holder ? holder.depth + 1 : 0;
    const document = this.nodes.hasRoom(id, depth) ? this.#frames.empty(element, quirks) : undefined;
    if (!document) return;
    this.#bases.set(document, base);
    this.nodes.add({ id, node: document, standing: 'same', tag: '', namespace: 'html', depth });
    if (holder) this.nodes.addFrame(document, element);
  }

  element(id: number, parent: number, before: number, namespace: Namespace, tag: string, attributes: readonly string[]): void {
    const around = this.#place(id, parent);
    const document = around && this.#documentOf(around.node);
    if (!document) return;
    const { standing, element } = standIn(document, namespace, tag, attributes);
    const name = namespace === 'html' ? tag.toLowerCase() : tag;
    const kept: Kept = { id, node: element, standing, tag: name, namespace, depth: around.depth + 1 };
    if (standing === 'frame' && !this.#frames.add(element)) return;
    for (let at = 0; at + 1 < attributes.length; at += 2) this.#write(kept, attributes[at] ?? '', attributes[at + 1] ?? '');
    this.#finish(kept, (wanted) => among(attributes, wanted));
    if (!this.#put(element, around.node, before)) return;
    this.nodes.add(kept);
    if (dom.isDocument(around.node)) this.#dress(around.node);
  }

  text(id: number, parent: number, before: number, text: string): void {
    const around = this.#place(id, parent);
    const document = around && !dom.isDocument(around.node) && this.#documentOf(around.node);
    if (!document) return;
    const node = dom.createText(document, text.slice(0, MAX_TEXT));
    if (this.#put(node, around.node, before))
      this.nodes.add({ id, node, standing: 'same', tag: '', namespace: 'html', depth: around.depth + 1 });
  }

  shadow(id: number, host: number): void {
    const around = this.#place(id, host);
    if (!around || !dom.isElement(around.node)) return;
    try {
      const node = dom.shadowOf(around.node) ?? dom.attachShadow(around.node, { mode: 'open' });
      this.nodes.forget(node);
      dom.clearRoot(node);
      this.nodes.add({ id, node, standing: 'same', tag: '', namespace: 'html', depth: around.depth + 1 });
      this.sheets.adopt(node, [], this.baseOf);
    } catch {
      // What may have none here had none there: it is left out, and with it what is said to be in it.
    }
  }

  moved(id: number, parent: number, before: number): void {
    const [kept, around] = [this.nodes.get(id), this.nodes.get(parent)];
    if (!kept || around?.standing !== 'same' || dom.isDocument(kept.node) || dom.isShadow(kept.node)) return;
    if (!this.nodes.sink(kept, around.depth + 1)) return this.removed(id);
    if (!this.#put(kept.node, around.node, before)) return;
    this.#frames.check();
  }

  removed(id: number): void {
    const node = this.nodes.get(id)?.node;
    const parent = node && dom.parentOf(node);
    if (!node || id === 1) return;
    this.nodes.forget(node, (gone) => this.#drop(gone));
    if (parent) dom.removeChild(parent, node);
    else if (dom.isShadow(node)) dom.clearRoot(node);
    else if (dom.isDocument(node)) dom.clearDocument(node);
  }

  attribute(id: number, name: string, value: string | null): void {
    const kept = this.nodes.get(id);
    if (!kept || !dom.isElement(kept.node)) return;
    const element = kept.node;
    this.#write(kept, name, value);
    this.#finish(kept, (wanted) => dom.getAttribute(element, wanted) ?? undefined);
  }

  said(id: number, text: string): void {
    const node = this.nodes.get(id)?.node;
    if (node && dom.isText(node)) dom.setData(node, text.slice(0, MAX_TEXT));
  }

  sheet(id: number, css: string): void {
    if (id < 0) return this.sheets.set(id, css, this.baseOf);
    const kept = this.nodes.get(id);
    if (kept?.standing !== 'sheet') return;
    const element = kept.node as Element;
    const document = dom.ownerOf(element);
    this.sheets.fill(element, css, document ? this.baseOf(document) : this.page.base);
  }

  adopted(id: number, sheets: readonly number[]): void {
    const root = this.nodes.get(id)?.node;
    if (root && (dom.isDocument(root) || dom.isShadow(root))) this.sheets.adopt(root, sheets.slice(0, 1_000), this.baseOf);
  }

  picture(id: number, bytes: Uint8Array): void {
    const kept = this.nodes.get(id);
    if (kept?.tag === 'canvas' && kept.standing === 'same') this.#canvases.show(kept.node as Element, bytes);
  }

  blank(id: number, width: number, height: number): void {
    const kept = this.nodes.get(id);
    if (!kept || !dom.isElement(kept.node) || kept.standing === 'sheet' || kept.standing === 'nothing') return;
    const element = kept.node;
    this.nodes.forget(element, (gone) => this.#drop(gone), true);
    dom.clear(element);
    const root = dom.shadowOf(element);
    if (root) dom.clearRoot(root);
    if (kept.standing === 'frame') this.#frames.empty(element, true);
    kept.standing = 'box';
    dom.setAttribute(element, 'deskbell-blank', '');
    this.#styles.set(element, '--deskbell-width', `${Math.min(width, MAX_BLANK)}px`);
    this.#styles.set(element, '--deskbell-height', `${Math.min(height, MAX_BLANK)}px`);
  }

  close(): void {
    this.#canvases.close();
    this.frame.remove();
  }

  #documentOf(node: Node): Document | null {
    return dom.isDocument(node) ? node : dom.ownerOf(node);
  }

  /** What a new node goes into; undefined where it is left out. */
  #place(id: number, parent: number): Kept | undefined {
    const around = this.nodes.get(parent);
    return around?.standing === 'same' && !dom.isText(around.node) && this.nodes.hasRoom(id, around.depth + 1) ? around : undefined;
  }

  #put(node: Node, into: Node, before: number): boolean {
    const next = this.nodes.get(before)?.node;
    const reference = next && dom.parentOf(next) === into ? next : null;
    try {
      dom.place(node, into, reference);
      return true;
    } catch {
      // A second root of a document, or a node in itself: no page has those.
      return false;
    }
  }

  #write(kept: Kept, name: string, value: string | null): void {
    const { namespace, tag, standing } = kept;
    const element = kept.node as Element;
    if (standing === 'nothing' || (standing === 'sheet' && !/^(?:media|class|id|data-)/i.test(name))) return;
    // What the view says of it is not the page's to change.
    if (/^deskbell-/i.test(name) || (standing === 'frame' && /^(?:sandbox|credentialless|referrerpolicy|tabindex)$/i.test(name))) return;
    const document = dom.ownerOf(element);
    const base = document ? this.baseOf(document) : this.page.base;
    const said = value !== null && /^(?:media|style)$/i.test(name) ? this.#answered(name, value) : value;
    const allowed = said === null ? null : allowedAttribute(name, said, { namespace, tag: standing === 'box' ? '' : tag, base });
    try {
      if (allowed === null) dom.removeAttribute(element, name);
      else if (/^xlink:/i.test(name)) dom.setAttributeNS(element, XLINK, name.toLowerCase(), allowed);
      else dom.setAttribute(element, name, allowed);
    } catch {
      // A name that only a parser gives.
    }
  }

  /** What an attribute asks the browser, answered as the customer's does. */
  #answered(name: string, value: string): string {
    return name.toLowerCase() === 'media' ? answered(value, this.#media) : asAnswered(value, this.#media);
  }

  /** What follows from the attributes that an element has now. */
  #finish({ node, tag, standing }: Kept, wanted: (name: string) => string | undefined): void {
    const element = node as Element;
    if (tag === 'canvas' && standing === 'same') this.#canvases.size(element, wanted('width'), wanted('height'));
    this.#styles.restore(element);
    guard(element);
  }

  #dress(document: Document): void {
    const root = dom.rootOf(document);
    if (!root) return;
    const style = dom.createElement(document, 'style');
    dom.insertBefore(style, dom.createText(document, OWN_SHEET + sheetFor(this.page)), null);
    dom.insertBefore(root, style, dom.firstOf(root));
  }

  #drop(node: Node): void {
    if (dom.isElement(node)) {
      this.#canvases.forget(node);
      this.#frames.forget(node);
    }
    this.sheets.forget(node);
  }
}
