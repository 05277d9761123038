/** What holds for an element and all in it, as bits: masked, unmasked by name, blocked, never shown. Only `mask/` knows which. */
export type Mask = number;

/**
 * Decides what may leave the customer's browser; capture asks it for every text, attribute and value before it writes one. It is fast, since it
 * is asked for each node of a page of 50,000, and closed: where it cannot tell, it masks. RULES.md has what it promises.
 */
export interface Masker {
  /** What holds for a document, shadow root or frame that is in something of that mask, or the page's own where left out. */
  root(root: Document | ShadowRoot, around?: Mask): Mask;
  /** What holds for an element whose parent's mask is known: for a walk from above. */
  of(element: Element, parent: Mask): Mask;
  /** The same where nothing is known: it looks upwards, over shadow roots and frames. */
  at(node: Node): Mask;
  /** Whether of the element nothing but its size is shown: Deskbell's own, and what the site marks so. */
  isBlocked(mask: Mask): boolean;
  /**
   * A text as it may be seen: masked signs stand for it, as long and broken into words where lines break. `parent`: the element it is in, `mask`
   * that of the parent, `node`: where the text is in it now, so that what goes on in the next node is found.
   */
  text(text: string, parent: Element | null, mask: Mask, node?: Text): string;
  /** An attribute as it may be seen; null: it is left out. */
  attribute(element: Element, name: string, value: string, mask: Mask): string | null;
  /** What a field holds, as it may be seen. */
  value(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLElement, mask: Mask): string;
  /** Whether the state of a field (checked, chosen) may be seen. */
  showsState(field: Element, mask: Mask): boolean;
  /** The rules of a style sheet as they may be seen: selectors and `content` can hold what people typed. */
  css(css: string): string;
  /** Whether pictures of it (a canvas) may be seen. */
  showsPicture(element: Element, mask: Mask): boolean;
  title(title: string): string;
  address(address: string): string;
  /** Whether the page at that address is off limits: nothing of it is shown. */
  isOffLimits(address: string): boolean;
  /** Whether an agent who has control may type into it or click it; what is masked is the customer's alone. */
  mayControl(element: Element): boolean;
  /** Whether a change of that attribute may change masks, so that the element is to be written anew. */
  decides(name: string): boolean;
}
