import { resolveAddress } from './addresses.js';

/** What the page's own states are called in the view, whose own pointer and focus are the agent's. */
const STATES: Readonly<Record<string, string>> = {
  hover: '[deskbell-hover]',
  active: '[deskbell-active]',
  focus: '[deskbell-focus]',
  'focus-visible': '[deskbell-focus-visible]',
  'focus-within': '[deskbell-focus-within]',
  target: '[deskbell-target]',
  fullscreen: '[deskbell-fullscreen]',
  '-webkit-full-screen': '[deskbell-fullscreen]',
  // Custom elements are only names here; on the customer's page they are there.
  defined: ':not([deskbell-none])',
};
const STATE = /(?<![:\\]):(-webkit-full-screen|[a-z-]+)(?![\w-]|\()/gi;

/** At-rules with a block that are kept. What is not here, and what is written so that it is hard to tell, is left out with all that is in it. */
const BLOCKS =
  /^@(?:media|supports|layer|container|scope|starting-style|font-face|font-feature-values|font-palette-values|property|page|counter-style|position-try|view-transition|(?:-webkit-|-moz-)?keyframes|stylistic|styleset|swash|ornaments|annotation|character-variant)(?![\w-])/i;
const STATEMENTS = /^@(?:layer|namespace)(?![\w-])/i;

// Loops over one kind of sign each: a string may be of megabytes, and a loop over a choice of two would run out of stack.
const TOKEN =
  /\/\*[^]*?(?:\*\/|$)|"[^"\\\n]*(?:\\[^][^"\\\n]*)*(?:"|$|(?=\n))|'[^'\\\n]*(?:\\[^][^'\\\n]*)*(?:'|$|(?=\n))|url\(\s*(?:"[^"\\\n]*(?:\\[^][^"\\\n]*)*"|'[^'\\\n]*(?:\\[^][^'\\\n]*)*'|[^)"'\\\s]*(?:(?:\\[\da-f]{1,6}\s?|\\[^])[^)"'\\\s]*)*)\s*\)?|[{}();]/giu;

const unescape = (text: string): string =>
  text.replace(/\\(?:([\da-f]{1,6})\s?|\n|([^]))/gi, (_, code?: string, sign?: string) => {
    if (code === undefined) return sign ?? '';
    const point = parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
const quote = (text: string): string => `"${text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
const unquote = (text: string): string =>
  unescape(/^["']/.test(text) ? text.slice(1, text.endsWith(text[0] ?? '') ? -1 : undefined) : text);

/** An address in a sheet, made whole; one that leads nowhere where it may not be. A part of the same document stays what it is. */
function address(raw: string, base: string): string {
  const text = unquote(raw.trim()).trim();
  if (text.startsWith('#')) return quote(text);
  return quote(resolveAddress(text, base, 'picture') ?? resolveAddress(text, base, 'font') ?? 'data:,');
}

/** Selectors with the states of the mirrored page. Behind a pseudo-element only the browser's own may stand: those are left. */
const withStates = (selector: string): string =>
  selector.replace(STATE, (whole, name: string, at: number) => {
    const state = STATES[name.toLowerCase()];
    if (state === undefined) return whole;
    const before = selector.slice(Math.max(0, at - 200), at).replace(/\([^()]*\)/g, '');
    return /::[\w-]+(?::[\w-]+)*$/.test(before) ? whole : state;
  });

/** What stands between two of `{`, `}` and `;`: a selector or at-rule, or a declaration. */
class Stretch {
  #parts: (readonly [text: string, isOpaque: boolean])[] = [];
  #plain = '';
  isBad = false;

  add(text: string): void {
    this.#plain += text;
  }

  /** A string or an address, in which nothing is looked for. */
  addOpaque(text: string): void {
    this.#parts.push([this.#plain, false], [text, true]);
    this.#plain = '';
  }

  get text(): string {
    return [...this.#parts, [this.#plain, false] as const].map(([text]) => text).join('');
  }

  get selector(): string {
    return [...this.#parts, [this.#plain, false] as const].map(([text, isOpaque]) => (isOpaque ? text : withStates(text))).join('');
  }

  /** The function whose brackets were opened at the end of what is there. */
  get called(): string {
    return /(?:[-\w]|[^\p{ASCII}]|\\[^])+$/u.exec(this.#plain)?.[0] ?? '';
  }
}

/** Goes over rules, or over the declarations of one element, from one sign that matters to the next. */
class Rewriting {
  readonly #css: string;
  readonly #base: string;
  #out: string[] = [];
  #stretch = new Stretch();
  #calls: string[] = [];
  #open = 0;
  /** How many blocks were open around the one that is left out. */
  #leftOut: number | undefined;

  constructor(css: string, base: string) {
    this.#css = css;
    this.#base = base;
  }

  run(): string {
    let from = 0;
    for (const match of this.#css.matchAll(TOKEN)) {
      this.#stretch.add(this.#css.slice(from, match.index));
      from = match.index + match[0].length;
      this.#take(match[0]);
    }
    this.#stretch.add(this.#css.slice(from));
    this.#end('');
    return this.#out.join('') + '}'.repeat(this.#leftOut ?? this.#open);
  }

  #take(token: string): void {
    if (token.startsWith('/*')) this.#stretch.add('/**/');
    else if (/^url\(/i.test(token)) this.#stretch.addOpaque(`url(${address(token.replace(/^url\(|\)$/gi, ''), this.#base)})`);
    else if (token === '(') this.#call();
    else if (token === ')') this.#return();
    else if (token === '{') this.#begin();
    else if (token === '}' || (token === ';' && this.#calls.length === 0)) this.#end(token);
    else if (token === ';') this.#stretch.add(token);
    else this.#stretch.addOpaque(/^(?:-webkit-)?image-set$/i.test(this.#calls.at(-1) ?? '') ? address(token, this.#base) : token);
  }

  #call(): void {
    const called = this.#stretch.called;
    // `u\72l(` is an address too, and so is what `src(` has.
    if (called.includes('\\') || /^(?:src|image|element|cross-fade)$/i.test(called)) this.#stretch.isBad = true;
    this.#calls.push(called);
    this.#stretch.add('(');
  }

  #return(): void {
    this.#calls.pop();
    this.#stretch.add(')');
  }

  #begin(): void {
    const text = this.#stretch.text.replace(/\/\*\*\//g, '').trim();
    const isRule = text.startsWith('@');
    if (this.#leftOut === undefined) {
      if (this.#stretch.isBad || (isRule && !BLOCKS.test(text))) this.#leftOut = this.#open;
      else this.#out.push(isRule ? this.#stretch.text : this.#stretch.selector, '{');
    }
    this.#open++;
    this.#reset();
  }

  #end(sign: string): void {
    const text = this.#stretch.text.replace(/\/\*\*\//g, '').trim();
    const isKept = !this.#stretch.isBad && (!text.startsWith('@') || STATEMENTS.test(text)) && !/^@?[-\w]*\\/.test(text);
    // A sign that ends nothing would spoil the rule behind it.
    if (this.#leftOut === undefined && isKept) this.#out.push(this.#stretch.text, sign === ';' ? sign : '');
    if (sign === '}' && this.#open > 0) {
      this.#open--;
      if (this.#leftOut === undefined) this.#out.push(sign);
      else if (this.#leftOut === this.#open) this.#leftOut = undefined;
    }
    this.#reset();
  }

  #reset(): void {
    this.#stretch = new Stretch();
    this.#calls = [];
  }
}

/**
 * A sheet as it may stand in the view: its addresses made whole, no `@import`, and what depends on the customer's pointer, focus and address
 * depending on attributes that the view sets.
 * @param base - What addresses in it are relative to.
 */
export const rewriteSheet = (css: string, base: string): string => new Rewriting(css, base).run();

/** The same for what stands in a `style` attribute. */
export const rewriteDeclarations = (css: string, base: string): string =>
  /[(\\@{]/.test(css) ? new Rewriting(css.replace(/[{}]/g, ''), base).run() : css;
