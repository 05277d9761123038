import type { MirroredPage, MirrorSink, Namespace } from '../sink.js';
import { open, showChecked, showChosen, showValue, type Opening } from './fields.js';
import { LivePage, type Pointer, type Spot } from './live-page.js';
import { sheetFor } from './own-sheet.js';
import type { Scene } from './scene.js';

/** Who wants to know what is shown. */
export interface PlayerListener {
  /** Another page is on the screen, or the one that is has another title, address or size. */
  paged(page: MirroredPage): void;
  /** Where the customer's pointer is, CSS px in their viewport. */
  pointed(x: number, y: number, pressed: boolean): void;
  /** What is shown cannot be what the customer sees any more: a fresh snapshot is needed. */
  lost(): void;
}

/**
 * Builds a customer's page from the calls of its mirror. It builds from nothing but nodes that it makes itself, in a frame in which nothing runs;
 * what could act, lead somewhere or ask for something is left out. A page that comes next is built behind the one that is shown, and takes its
 * place when it is whole. After calls that belong together, `settle` is to be called.
 */
export class Player implements MirrorSink {
  readonly #stage: HTMLElement;
  readonly #listener: PlayerListener;
  #shown: LivePage | undefined;
  #next: LivePage | undefined;
  #pointer: Pointer | undefined;

  /** @param stage - What the page is put into; it has to be on a page itself. */
  constructor(stage: HTMLElement, listener: PlayerListener) {
    this.#stage = stage;
    this.#listener = listener;
  }

  /** The page that is on the screen. */
  get page(): MirroredPage | undefined {
    return this.#shown?.page;
  }

  /** The frame that is on the screen; nothing in it runs. */
  get frame(): HTMLIFrameElement | undefined {
    return this.#shown?.scene.frame;
  }

  /** What is at a point of the customer's viewport, CSS px; undefined where it is nothing of the page's. */
  spotAt(x: number, y: number): Spot | undefined {
    return this.#shown?.spotAt(x, y);
  }

  /** Where a node's element is in the customer's viewport, CSS px. */
  boxOf(node: number): DOMRect | undefined {
    return this.#shown?.boxOf(node);
  }

  /** What stands for a node of the page that is shown. To be looked at only. */
  nodeOf(id: number): Node | undefined {
    return this.#shown?.scene.nodes.get(id)?.node;
  }

  /** The id of a node of the page that is shown; 0 where it is none. */
  idOf(node: Node): number {
    return this.#shown?.scene.nodes.idOf(node) ?? 0;
  }

  /** Which node has the customer's focus; 0 for none. */
  get focusedNode(): number {
    return this.#shown?.focused ?? 0;
  }

  /** Goes where the page is scrolled to, and finds what the pointer is over: after calls that belong together, and whenever pictures have come. */
  settle(): void {
    this.#shown?.settle(this.#pointer);
  }

  /** Shows nothing any more. */
  close(): void {
    for (const each of [this.#shown, this.#next]) each?.scene.close();
    this.#shown = this.#next = undefined;
  }

  fresh(page: MirroredPage): void {
    this.#next?.scene.close();
    const next: LivePage = new LivePage(this.#stage, page, () => {
      if (next === this.#shown || next === this.#next) this.#listener.lost();
    });
    next.scene.frame.addEventListener('load', () => this.settle());
    this.#next = next;
  }

  shown(): void {
    const next = this.#next;
    if (!next) return;
    const before = this.#shown;
    this.#next = undefined;
    this.#shown = next;
    this.#pointer = undefined;
    next.settle(undefined);
    next.scene.frame.style.visibility = '';
    before?.scene.close();
    next.aim();
    this.#listener.paged(next.page);
  }

  paged(page: MirroredPage): void {
    const current = this.#current;
    if (!current) return;
    // What rules were made for holds no more.
    if (page.media !== current.page.media || sheetFor(page) !== sheetFor(current.page)) this.#listener.lost();
    current.page = page;
    current.scene.rebase(page.base);
    current.size();
    current.aim();
    if (current === this.#shown) this.#listener.paged(page);
  }

  document(id: number, frame: number, quirks: boolean, base: string): void {
    this.#scene?.document(id, frame, quirks, base);
  }

  element(id: number, parent: number, before: number, namespace: Namespace, tag: string, attributes: readonly string[]): void {
    this.#scene?.element(id, parent, before, namespace, tag, attributes);
  }

  text(id: number, parent: number, before: number, text: string): void {
    this.#scene?.text(id, parent, before, text);
  }

  shadow(id: number, host: number): void {
    this.#scene?.shadow(id, host);
  }

  moved(id: number, parent: number, before: number): void {
    this.#scene?.moved(id, parent, before);
  }

  removed(id: number): void {
    this.#scene?.removed(id);
  }

  attribute(id: number, name: string, value: string | null): void {
    this.#scene?.attribute(id, name, value);
  }

  said(id: number, text: string): void {
    this.#scene?.said(id, text);
  }

  value(id: number, value: string): void {
    this.#with(id, (field) => showValue(field, value));
  }

  checked(id: number, on: boolean, isMixed = false): void {
    this.#with(id, (field) => showChecked(field, on, isMixed));
  }

  chosen(id: number, options: readonly number[]): void {
    this.#with(id, (field) => showChosen(field, options));
  }

  scrolled(id: number, x: number, y: number): void {
    this.#current?.scrolls.want(id, x, y);
  }

  sheet(id: number, css: string): void {
    this.#scene?.sheet(id, css);
  }

  adopted(root: number, sheets: readonly number[]): void {
    this.#scene?.adopted(root, sheets);
  }

  picture(id: number, bytes: Uint8Array): void {
    this.#scene?.picture(id, bytes);
  }

  blank(id: number, width: number, height: number): void {
    this.#scene?.blank(id, width, height);
  }

  pointer(x: number, y: number, pressed: boolean): void {
    this.#pointer = { x, y, pressed };
    this.#listener.pointed(x, y, pressed);
  }

  focused(id: number): void {
    const current = this.#current;
    if (current) current.focused = id;
    current?.marks.focus(current.scene.nodes.element(id), this.#pointer?.pressed === true);
  }

  opened(id: number, how: Opening): void {
    this.#with(id, (element) => open(element, how));
  }

  /** What calls are about: the page that is being built, or else the one that is shown. */
  get #current(): LivePage | undefined {
    return this.#next ?? this.#shown;
  }

  get #scene(): Scene | undefined {
    return this.#current?.scene;
  }

  #with(id: number, act: (element: Element) => void): void {
    const element = this.#scene?.nodes.element(id);
    if (element) act(element);
  }
}
