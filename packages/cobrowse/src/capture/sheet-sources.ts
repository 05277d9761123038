import { hostOf, isShadow } from '../natives.js';
import { absolute } from './sheet-text.js';

const { fetch } = globalThis;

/**
 * What sheets were made of, where the browser cannot say their rules: those of other origins, those in which a shorthand with a variable in it has a
 * part said anew behind it, and variables that scripts registered.
 */
export class SheetSources {
  /** By their addresses; undefined while it is asked for, or not to be had. */
  readonly #known = new Map<string, string | undefined>();
  readonly #madeOf = new WeakMap<CSSStyleSheet, string>();
  readonly #registered = new WeakMap<Document, CSSStyleSheet[]>();
  readonly #came: (owner: Element) => void;

  /** @param came What the sheet of an element was made of is known now. */
  constructor(came: (owner: Element) => void) {
    this.#came = came;
  }

  of(sheet: CSSStyleSheet): string | undefined {
    return sheet.href ? this.#known.get(sheet.href) : this.#madeOf.get(sheet);
  }

  made(sheet: CSSStyleSheet, css: unknown) {
    if (typeof css === 'string') this.#madeOf.set(sheet, css);
  }

  /** Looks for what is known of the sheets of a root; gives those that it has besides. */
  look(root: Document | ShadowRoot): readonly CSSStyleSheet[] {
    if (!isShadow(root)) return this.#variables(root);
    try {
      // Lit keeps what it makes sheets of.
      const { elementStyles } = hostOf(root).constructor as {
        elementStyles?: readonly { styleSheet?: CSSStyleSheet; cssText?: unknown }[];
      };
      for (const { styleSheet, cssText } of elementStyles ?? [])
        if (styleSheet && !this.#madeOf.has(styleSheet)) this.made(styleSheet, cssText);
    } catch {
      // The page's own matter, whatever it is.
    }
    return [];
  }

  /** Asks for a sheet as anybody does who knows its address. */
  ask(owner: Element, href: string) {
    if (this.#known.has(href)) return;
    this.#known.set(href, undefined);
    void this.#asked(owner, href);
  }

  async #asked(owner: Element, href: string) {
    try {
      const answer = await fetch(href, { credentials: 'omit' });
      if (!answer.ok) return;
      this.#known.set(href, absolute(await answer.text(), href));
      this.#came(owner);
    } catch {
      // It is for nobody, or nobody is there.
    }
  }

  /** The variables of a page's root, those too that no sheet declares: said below all that the page says itself. */
  #variables(document: Document): CSSStyleSheet[] {
    let sheets = this.#registered.get(document);
    if (sheets) return sheets;
    const styles = document.documentElement as Partial<Pick<Element, 'computedStyleMap'>> | null;
    let css = '';
    for (const [name, [value]] of styles?.computedStyleMap?.() ?? [])
      if (name.startsWith('--') && value) css += `${name}:${value.toString()};`;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer deskbell{:root{${css}}}`);
    sheets = css ? [sheet] : [];
    this.#registered.set(document, sheets);
    return sheets;
  }
}
