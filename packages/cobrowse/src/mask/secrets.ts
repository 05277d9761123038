import { masked } from './signs.js';

const DIGIT = '[\\d\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19]';
/** What may stand between the digits of one number. */
const BETWEEN = '[\\s\\u200b\\u00ad.,·_/\\-‐-―]{0,3}';
/** Stands between two nodes: what goes on in the next one need not be the same number. */
export const SEAM = '\u200b';
const LEAST = 13;
const MOST = 19;
const NUMBERS = new RegExp(`${DIGIT}(?:${BETWEEN}${DIGIT}){${String(LEAST - 1)},}`, 'g');
const GROUPS = new RegExp(`${DIGIT}+`, 'g');
/** What may become a card number: cards begin with 2 to 6, and telephone numbers with a plus or a zero. */
const BEGUN = new RegExp(`(?<![+\\d][\\s.-]{0,3})[2-6](?:${BETWEEN}${DIGIT}){8,}`, 'g');
/** In an e-mail address, as it is, encoded in an address, or escaped in a style sheet. */
const MAIL = /[\w.+-]\\?(?:@|%40)[\w-]+\\?\./i;
/** A text longer than this is not searched for patterns, but masked. */
const SEARCHED = 20_000;

/** Whether the digits, the last of which is for checking, are those of a card number (ISO/IEC 7812-1, annex B). */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at--, twice = !twice) {
    // The digits of all scripts that are looked for have their value in the last four bits.
    const digit = digits.charCodeAt(at) & 15;
    sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

type Range = (from: number, to: number) => void;

/** Calls with every part that is a card number: of the groups of a longer run of digits all that, put together, are one. */
function findCards(text: string, found: Range): void {
  if (text.length < LEAST) return;
  for (const { 0: number, index } of text.matchAll(NUMBERS)) {
    const groups = [...number.matchAll(GROUPS)];
    for (const [first, begin] of groups.entries()) {
      let digits = '';
      for (const group of groups.slice(first, first + MOST)) {
        digits += group[0];
        const end = group.index + group[0].length;
        // One longer than any card may have one in it anywhere.
        if (group[0].length > MOST) found(index + group.index, index + end);
        if (digits.length > MOST) break;
        if (digits.length >= LEAST && isLuhn(digits)) found(index + begin.index, index + end);
      }
    }
  }
}

/** What is secret wherever it stands: card numbers, and what the site's patterns find. */
export interface Secrets {
  /** The text with signs for what is secret in it; `before` and `after` are what stands around it, in which it may begin or end. */
  open(text: string, before?: string, after?: string): string;
  /** The same for what is being typed, in which a card number need not be whole yet. */
  typed(text: string): string;
  /** Whether a name, a word of an address or the like has any, or an e-mail address. */
  has(word: string): boolean;
  /** Whether what is at that place of a text, its first or last, may be a part of something that goes on in the text beside it. */
  mayGoOn(text: string, place: number): boolean;
}

/** @throws where a pattern is no regular expression of this browser. */
export function createSecrets(sources: readonly string[]): Secrets {
  const patterns = sources.map((source) => new RegExp(source, 'gv'));

  const open = (text: string, before = '', after = '') => {
    if (patterns.length === 0 && before.length + text.length + after.length < LEAST) return text;
    if (patterns.length > 0 && text.length > SEARCHED) return masked(text);
    const hidden: (readonly [from: number, to: number])[] = [];
    const hide = (from: number, to: number) => hidden.push([from, to]);
    findCards(before + text + after, (from, to) => hide(from - before.length, to - before.length));
    if (patterns.length > 0) {
      const leading = before.replaceAll(SEAM, '');
      const whole = leading + text + after.replaceAll(SEAM, '');
      for (const pattern of patterns)
        for (const { 0: part, index } of whole.matchAll(pattern)) hide(index - leading.length, index - leading.length + part.length);
    }
    let out = '';
    let end = 0;
    for (const [from, to] of hidden.sort(([a], [b]) => a - b)) {
      const begin = Math.max(from, end);
      if (begin >= to || begin >= text.length) continue;
      out += text.slice(end, begin) + masked(text.slice(begin, to));
      end = to;
    }
    return out + text.slice(end);
  };

  return {
    open,
    typed: (text) => open(text.replace(BEGUN, masked)),
    has: (word) => MAIL.test(word) || open(word) !== word,
    mayGoOn: (text, place) => {
      const code = text.charCodeAt(place);
      // Up to the Arabic digits what is not among these is a letter, and no digit nor anything between digits.
      return patterns.length > 0 || code < 0x41 || (code > 0x9f && code < 0xc0) || code > 0x65f;
    },
  };
}
