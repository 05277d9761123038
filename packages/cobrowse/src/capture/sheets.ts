import type { Masker } from '../mask/masker.js';
import type { MirrorSink } from '../sink.js';
import type { KnownNodes } from './known.js';
import {
  adoptedByDocument,
  adoptedByShadow,
  contentOf,
  isConnected,
  isShadow,
  namespaceOf,
  sheetOfLink,
  sheetOfStyle,
  sheetOfSvg,
  tagOf,
} from '../natives.js';
import { SheetSources } from './sheet-sources.js';
import { rulesOf, textOfRule } from './sheet-text.js';

/** Longer ones are read rule by rule, so that no part of it takes long. */
const LONG = 100_000;
/** So much of a sheet is masked at a time, signs. */
const PART = 65_536;
/** How many rules are read between two looks at the clock. */
const RULES = 16;
/** A shorthand with a variable in it, of which a part is said anew behind it: the browser knows it, and cannot say it. */
const LOST = ': ;';
/** How many shadow roots are looked at in each write for sheets that were pushed into what they adopt, which nothing tells. */
const LOOKED_AT = 32;

interface Reading {
  readonly id: number;
  readonly of: Element | CSSStyleSheet;
  readonly owner: Element | undefined;
  readonly base: string | null;
  readonly rules: CSSRuleList;
  at: number;
  css: string;
  part: string;
}

/** The style sheets of elements, and those that documents and shadow roots adopt. */
export class Sheets {
  readonly #known: KnownNodes;
  readonly #sink: MirrorSink;
  readonly #masker: Masker;
  /** Elements and adopted sheets whose rules the other side does not have. */
  readonly #changed = new Set<Element | CSSStyleSheet>();
  /** Those of which it has some. */
  readonly #told = new WeakSet<Element | CSSStyleSheet>();
  /** Sheets that were changed other than by their text. */
  readonly #scripted = new WeakSet<CSSStyleSheet>();
  readonly #numbers = new WeakMap<CSSStyleSheet, number>();
  #lastNumber = 0;
  readonly #adopted = new Map<Document | ShadowRoot, readonly CSSStyleSheet[]>();
  /** What is adopted otherwise, to be said when the sheets themselves are. */
  readonly #adoptions = new Map<Document | ShadowRoot, readonly number[]>();
  readonly #sources: SheetSources;
  #looks: (Document | ShadowRoot)[] = [];
  #reading: Reading | undefined;

  /** @param wake There is something to write. */
  constructor(known: KnownNodes, sink: MirrorSink, masker: Masker, wake: () => void) {
    this.#known = known;
    this.#sink = sink;
    this.#masker = masker;
    this.#sources = new SheetSources((owner) => {
      this.#changed.add(owner);
      wake();
    });
  }

  get size(): number {
    return this.#changed.size + (this.#reading ? 1 : 0);
  }

  note(owner: Element) {
    this.#changed.add(owner);
  }

  /** Its rules were changed by script. */
  touched(sheet: CSSStyleSheet | null) {
    // A rule in an imported sheet is told as one of the sheet that imports it.
    let top = sheet;
    while (top?.parentStyleSheet) top = top.parentStyleSheet;
    if (!top) return;
    this.#scripted.add(top);
    if (this.#numbers.has(top)) this.#changed.add(top);
    else if (top.ownerNode) this.#changed.add(top.ownerNode as Element);
  }

  /** It has other rules now, which are what it was made of. */
  replaced(sheet: CSSStyleSheet, css: unknown) {
    this.touched(sheet);
    this.#scripted.delete(sheet);
    this.#sources.made(sheet, css);
  }

  root(root: Document | ShadowRoot) {
    this.#adopted.set(root, []);
    this.look(root);
  }

  /** Whether the other side has rules of every sheet, if not the newest: a page may change one faster than it can be read. */
  get isTold(): boolean {
    const reading = this.#reading;
    return (!reading || this.#told.has(reading.of)) && [...this.#changed].every((of) => this.#told.has(of));
  }

  /** Writes what changed, for as long as `hasTime`; gives whether that is all. */
  write(hasTime: () => boolean): boolean {
    this.#lookAround();
    const isAll = this.#readAll(hasTime);
    if (!isAll && !this.isTold) return false;
    for (const [root, sheets] of this.#adoptions) {
      const id = this.#known.id(root);
      if (id) this.#sink.adopted(id, sheets);
    }
    this.#adoptions.clear();
    return isAll;
  }

  #readAll(hasTime: () => boolean): boolean {
    for (;;) {
      if (this.#reading && !this.#read(this.#reading, hasTime)) return false;
      const next = this.#changed.values().next();
      if (next.done) return true;
      this.#changed.delete(next.value);
      this.#begin(next.value);
    }
  }

  #begin(of: Element | CSSStyleSheet) {
    const isAdopted = of instanceof CSSStyleSheet || 'cssRules' in of;
    const id = isAdopted ? this.#numbers.get(of) : this.#known.id(of);
    if (!id) return;
    const sheet = isAdopted ? of : sheetOf(of);
    const rules = sheet && rulesOf(sheet);
    const source = sheet && !sheet.disabled && !this.#scripted.has(sheet) ? this.#sources.of(sheet) : undefined;
    // Where it has another number of rules, scripts were there before us.
    if (source !== undefined && (!rules || rules.length === ownRulesOf(source))) {
      this.#say(id, of, this.#masker.css(source));
      return;
    }
    if (!sheet || !rules) {
      if (sheet?.href && !isAdopted) this.#sources.ask(of, sheet.href);
      if (!isAdopted && tagOf(of) === 'style') this.#say(id, of, '');
      else this.#told.add(of);
      return;
    }
    if (sheet.disabled) {
      this.#say(id, of, '');
      return;
    }
    const text = isAdopted || sheet.href ? '' : (contentOf(of) ?? '');
    if (text && text.length < LONG && !this.#scripted.has(sheet) && rules.length === ownRulesOf(text))
      this.#say(id, of, this.#masker.css(text));
    else this.#reading = { id, of, owner: isAdopted ? undefined : of, base: sheet.href, rules, at: 0, css: '', part: '' };
  }

  #read(reading: Reading, hasTime: () => boolean): boolean {
    const { rules, base, owner } = reading;
    try {
      while (reading.at < rules.length) {
        reading.part += `${textOfRule(rules[reading.at++] as CSSRule, base)}\n`;
        if (reading.part.length > PART) this.#mask(reading);
        if (reading.at % RULES === 0 && !hasTime()) return false;
      }
    } catch {
      // The sheet went while it was read.
    }
    this.#mask(reading);
    this.#reading = undefined;
    if (owner && base && reading.css.includes(LOST)) this.#sources.ask(owner, base);
    this.#say(reading.id, reading.of, reading.css);
    return true;
  }

  #mask(reading: Reading) {
    if (reading.part) reading.css += this.#masker.css(reading.part);
    reading.part = '';
  }

  #say(id: number, of: Element | CSSStyleSheet, css: string) {
    this.#told.add(of);
    this.#sink.sheet(id, css);
  }

  #lookAround() {
    for (let count = 0; count < LOOKED_AT; count += 1) {
      const root = this.#looks.shift();
      if (!root) break;
      this.look(root);
    }
    if (!this.#looks.length) this.#looks = [...this.#adopted.keys()];
  }

  /** What it adopts now. */
  look(root: Document | ShadowRoot) {
    const id = this.#known.id(root);
    const was = this.#adopted.get(root);
    if (!id || !was || !isConnected(root)) {
      this.#adopted.delete(root);
      return;
    }
    const sheets = [
      ...this.#sources.look(root),
      ...(((isShadow(root) ? adoptedByShadow(root) : adoptedByDocument(root)) as readonly CSSStyleSheet[] | undefined) ?? []),
    ];
    if (sheets.length === was.length && sheets.every((sheet, index) => sheet === was[index])) return;
    this.#adopted.set(root, sheets);
    this.#adoptions.set(
      root,
      sheets.map((sheet) => this.#number(sheet)),
    );
  }

  /** A number that no other has. */
  nextNumber(): number {
    this.#lastNumber -= 1;
    return this.#lastNumber;
  }

  #number(sheet: CSSStyleSheet): number {
    const was = this.#numbers.get(sheet);
    if (was) return was;
    this.#numbers.set(sheet, this.nextNumber());
    this.#changed.add(sheet);
    return this.#lastNumber;
  }
}

function sheetOf(owner: Element): CSSStyleSheet | null {
  if (tagOf(owner) === 'link') return sheetOfLink(owner as HTMLLinkElement);
  return namespaceOf(owner)?.endsWith('svg') ? sheetOfSvg(owner as SVGStyleElement) : sheetOfStyle(owner as HTMLStyleElement);
}

/** How many rules a text makes: where its sheet has another number, scripts were there before us. */
function ownRulesOf(css: string): number {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet.cssRules.length;
}
