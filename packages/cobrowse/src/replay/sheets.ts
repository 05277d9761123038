import { rewriteSheet } from './css.js';
import { createText, insertBefore, firstOf, isDocument, ownerOf, setAdopted, setData, windowOf } from './dom.js';
import { asAnswered } from './media.js';
import { OWN_SHEET } from './own-sheet.js';

/** What the page's rules look at, so that nothing else is looked for. */
const LOOKS = /\[deskbell-(?:hover|active)\]/;

/** The rules of a page: of its elements, and adopted ones. */
export class Sheets {
  readonly #texts = new WeakMap<Element, Text>();
  /** Adopted sheets as they came, by their numbers. */
  readonly #css = new Map<number, string>();
  /** A sheet belongs to one document: each has its own of them, with `0` for the view's. */
  readonly #made = new WeakMap<Document, Map<number, CSSStyleSheet>>();
  readonly #adopters = new Map<Document | ShadowRoot, readonly number[]>();
  /** Whether any rule depends on where the pointer is. */
  looksAtPointer = false;

  readonly #media: number;

  /** @param media - What rules that ask the browser are answered. */
  constructor(media: number) {
    this.#media = media;
  }

  /** Gives an element its rules; the text is its own, since what else stands in it is the page's. */
  fill(element: Element, css: string, base: string): void {
    const rules = this.#rewrite(css, base);
    const text = this.#texts.get(element);
    if (text) return setData(text, rules);
    const document = ownerOf(element);
    if (!document) return;
    const made = createText(document, rules);
    this.#texts.set(element, made);
    insertBefore(element, made, firstOf(element));
  }

  /** Sets the rules of an adopted sheet. */
  set(id: number, css: string, baseOf: (document: Document) => string): void {
    this.#css.set(id, css);
    for (const root of this.#adopters.keys()) {
      const document = this.#documentOf(root);
      const sheet = document && this.#made.get(document)?.get(id);
      if (sheet) sheet.replaceSync(this.#rewrite(css, baseOf(document)));
    }
  }

  /** What a root adopts, behind the view's own. */
  adopt(root: Document | ShadowRoot, ids: readonly number[], baseOf: (document: Document) => string): void {
    this.#adopters.set(root, ids);
    const document = this.#documentOf(root);
    if (!document) return;
    const own = isDocument(root) ? [] : [this.#make(document, 0, OWN_SHEET)];
    const adopted = [...new Set(ids)].map((id) => this.#make(document, id, () => this.#rewrite(this.#css.get(id) ?? '', baseOf(document))));
    setAdopted(
      root,
      [...own, ...adopted].filter((sheet) => sheet !== undefined),
    );
  }

  forget(root: Node): void {
    this.#adopters.delete(root as Document);
  }

  #rewrite(css: string, base: string): string {
    const rules = rewriteSheet(asAnswered(css, this.#media), base);
    this.looksAtPointer ||= LOOKS.test(rules);
    return rules;
  }

  #documentOf(root: Document | ShadowRoot): Document | null {
    return isDocument(root) ? root : ownerOf(root);
  }

  #make(document: Document, id: number, css: string | (() => string)): CSSStyleSheet | undefined {
    const made = this.#made.get(document) ?? new Map<number, CSSStyleSheet>();
    this.#made.set(document, made);
    const known = made.get(id);
    const window = windowOf(document);
    if (known || !window) return known;
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(typeof css === 'string' ? css : css());
    made.set(id, sheet);
    return sheet;
  }
}
