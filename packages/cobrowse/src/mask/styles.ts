import type { Addresses } from './addresses.js';
import type { Secrets } from './secrets.js';
import { masked } from './signs.js';

/** A comment, an address, or a string; each may end where the text does, and be of megabytes, of which a browser bears only loops this plain. */
const PARTS =
  /\/\*[^]*?(?:\*\/|$)|\burl\(\s*(?:"([^"\\]*(?:\\[^][^"\\]*)*)(?:"|$)|'([^'\\]*(?:\\[^][^'\\]*)*)(?:'|$)|([^)\\]*(?:\\[^][^)\\]*)*))\s*(?:\)|$)|"[^"\\]*(?:\\[^][^"\\]*)*(?:"|$)|'[^'\\]*(?:\\[^][^'\\]*)*(?:'|$)/gi;
/** What shows strings as text, by itself or as a variable. */
const SAYS =
  /^\s*(?:content|--(?!\S*(?:font|family))|quotes|list-style|text-overflow|text-emphasis|hyphenate|suffix|prefix|symbols|additive-symbols|pad)/i;
const LOADS = /^\s*@(?:import|namespace)|(?:image-set|\bimage|\bsrc)\(/i;
const END = /^[^]*[;{}]/;
const ESCAPED = /\\(?:([\da-f]{1,6})\s?|([^]))/gi;
/** A picture that is short and, as can be seen, has no words. */
const ICON = /^\s*data:image\/svg\+xml(?!;base64)(?!.*(?:<|%3c)(?:text|title|desc|style|image|foreign)).{0,2048}$/is;
/** Declared in a `style` attribute as a variable, but no number, colour or size. */
const VARIABLE =
  /(^|;)\s*--[\w-]+\s*:(?!(?:[\s\d.,%()+*/]|-(?!-)|#[\da-f]{3,8}\b|(?:var|calc|rgba?|hsla?|px|r?em|vh|vw|deg|m?s|fr)\b|--[\w-]+(?![\w-]))*(?:;|$))[^;]*/gi;
/** A number as long as a card's, with nothing but dashes in it, which is no part of a longer one. */
const NUMBER = /(?<![\d.])\d(?:-?\d){12,}/g;
/** What is behind the name of an e-mail address, which it finds from there: who looks for names first goes over a long word again and again. */
const MAIL = /(?:\\?@|\\40 ?)(?<=([\w+-][\w.+-]*)(?:\\?@|\\40 ?))[\w-]+(?:\\?\.[\w-]+)+/g;

/** CSS as it may be seen: how a page looks, but not what it says. */
export interface Styles {
  /** Of a style sheet; where `isPrivate`, without the words in it. */
  sheet(css: string, isPrivate: boolean): string;
  /** Of a `style` attribute; where masked, or with a secret in it, without words, pictures and variables. */
  attribute(css: string, isMasked: boolean): string;
}

const signOf = (hex: string) => String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff));
const plain = (css: string) => css.replace(ESCAPED, (_, hex: string | undefined, sign: string) => (hex === undefined ? sign : signOf(hex)));

/** A string without letters and digits; quotes, and the private signs that icons are made of, stay. */
const unsaid = (string: string) =>
  string.replace(/\\(?:[\da-f]{1,6}\s?|[^])|[\p{L}\p{N}]/giu, (sign) => (/[\p{L}\p{N}]/u.test(plain(sign)) ? masked('x') : sign));

function withoutMail(css: string): string {
  let out = '';
  let end = 0;
  for (const { 0: host, 1: name = '', index } of css.matchAll(MAIL)) {
    const from = Math.max(end, index - name.length);
    out += css.slice(end, from) + 'x'.repeat(index + host.length - from);
    end = index + host.length;
  }
  return out + css.slice(end);
}

export function createStyles(addresses: Addresses, secrets: Secrets): Styles {
  const seen = (css: string, isPrivate: boolean, isMasked: boolean) => {
    let end = 0;
    /** What leads to a part, from the end of the declaration before on, without the parts between. */
    let leading = '';
    const mayLoad = (url: string) => {
      if (isMasked && !url.trim().startsWith('#')) return false;
      return (!isPrivate || !/^\s*data:image/i.test(url) || ICON.test(url)) && addresses.loaded(url) !== null;
    };
    const shown = css
      .replace(PARTS, (part: string, double?: string, single?: string, bare?: string, ...rest: unknown[]) => {
        const at = rest[0] as number;
        leading = (leading + css.slice(end, at)).replace(END, '').slice(0, 200);
        end = at + part.length;
        if (part.startsWith('/*')) return '/**/';
        const url = double ?? single ?? bare;
        if (url !== undefined) return mayLoad(plain(url)) ? part : 'none';
        if (LOADS.test(leading)) return mayLoad(plain(part.slice(1, -1))) ? part : '""';
        return isMasked || (isPrivate && SAYS.test(leading)) ? unsaid(part) : secrets.open(part);
      })
      .replace(NUMBER, (number) => secrets.open(number).replaceAll(masked('x'), '0'));
    return withoutMail(shown);
  };

  return {
    sheet: (css, isPrivate) => seen(css, isPrivate, false),
    attribute(css, isMasked) {
      if (!isMasked && secrets.open(css) === css) return seen(css, false, false);
      const out = seen(css, true, true).replace(VARIABLE, '$1');
      return secrets.open(out) === out ? out : out.replace(/(^|;)\s*--[^;]*/g, '$1');
    },
  };
}
