/** Which language an element is of. */
export const NAMESPACES = ['html', 'svg', 'math'] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** What holds for a whole page. */
export interface MirroredPage {
  /** Masked, as all that follows is. */
  readonly title: string;
  readonly address: string;
  /** What relative addresses are relative to. */
  readonly base: string;
  /** The viewport, CSS px. */
  readonly width: number;
  readonly height: number;
  /** What of `MEDIA` is so in the customer's browser, a bit each; and from the bit behind them on `PAGE_BITS`. */
  readonly media: number;
  /** How broad the bars are by which the customer scrolls, CSS px: 0 where they lie over the page; undefined where the page shows none. */
  readonly bar: number | undefined;
}

/** What rules of style sheets may ask a browser, and the customer's answers for the mirror. Not what an agent may need otherwise, as contrast. */
export const MEDIA = [
  '(prefers-color-scheme:dark)',
  '(prefers-reduced-motion:reduce)',
  '(hover:hover)',
  '(any-hover:hover)',
  '(pointer:fine)',
  '(pointer:coarse)',
  '(any-pointer:fine)',
  '(any-pointer:coarse)',
] as const;
/** The page's `<meta name="color-scheme">` has `light`, `dark`. */
export const PAGE_BITS = { light: 1 << 8, dark: 1 << 9 } as const;

/**
 * What the customer's page does, call by call: capture calls it, `wire/` carries it over, replay is one. Nodes have ids, whole numbers from 1 on,
 * given in the order of the page and never given again before the next `fresh`. The document is 1. `before` 0 is the end.
 * A sink believes nothing: what names an unknown id is left out, and what could act on the agent's side never gets into its page.
 */
export interface MirrorSink {
  /** All that was there is gone; what follows builds it anew, and is to be looked at from `shown` on. */
  fresh(page: MirroredPage): void;
  shown(): void;
  /** The page's title or address changed, or its size. */
  paged(page: MirroredPage): void;
  /** A document: 1 is the page's own; others stand in the frame that is their parent. `quirks` where it has no doctype. */
  document(id: number, frame: number, quirks: boolean, base: string): void;
  /** `attributes`: name, value, name, value ... */
  element(id: number, parent: number, before: number, namespace: Namespace, tag: string, attributes: readonly string[]): void;
  text(id: number, parent: number, before: number, text: string): void;
  /** An open or closed shadow root, whose parent is its host. */
  shadow(id: number, host: number): void;
  /** A known node, with all below it, goes elsewhere. */
  moved(id: number, parent: number, before: number): void;
  removed(id: number): void;
  attribute(id: number, name: string, value: string | null): void;
  said(id: number, text: string): void;
  /** What a field holds; of a masked one its mask. */
  value(id: number, value: string): void;
  /** `isMixed`: neither on nor off, as a page may say of a checkbox by script. */
  checked(id: number, on: boolean, isMixed?: boolean): void;
  /** The chosen options of a select, by index. */
  chosen(id: number, options: readonly number[]): void;
  /** Of an element, or of a document. CSS px. */
  scrolled(id: number, x: number, y: number): void;
  /** The rules of a sheet: of a `style` or `link` element by the node's id, of an adopted one by a number of its own below 0. */
  sheet(id: number, css: string): void;
  /** The adopted sheets of a document or shadow root, in order. */
  adopted(root: number, sheets: readonly number[]): void;
  /** What a canvas shows: a PNG or WebP picture. */
  picture(id: number, bytes: Uint8Array): void;
  /** The element is a blank of this size, CSS px: what is in it stays with the customer. */
  blank(id: number, width: number, height: number): void;
  /** Where the customer's pointer is, CSS px in the viewport; pressed or not. */
  pointer(x: number, y: number, pressed: boolean): void;
  /** Which element has the focus; 0 for none. */
  focused(id: number): void;
  /** What the element shows by itself: an open dialog (`modal`), popover (`popover`) or details; '' for closed. */
  opened(id: number, how: '' | 'modal' | 'dialog' | 'popover' | 'fullscreen'): void;
}
