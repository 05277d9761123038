import { passesLuhn } from '@deskbell/protocol/luhn.js';

/** Decimal digits as people type them: Latin, Arabic-Indic, Persian, full width. The value is the distance to the zero before. */
const ZEROS = [0x30, 0x660, 0x6f0, 0xff10];
const DIGIT = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19]';
// What people write between the digits; NUL stands between two messages, so that a number in two parts is found too.
const BETWEEN = '[\\s\\u0000._\\-\\u2010-\\u2015/]{0,3}';
const RUN = new RegExp(`${DIGIT}(?:${BETWEEN}${DIGIT}){12,}`, 'g');
const ONE = new RegExp(DIGIT, 'g');

const valueOf = (digit: string): string => {
  const code = digit.charCodeAt(0);
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? 0));
};

/** How long the numbers are that begin so (ISO/IEC 7812, the schemes that are in use). */
const LENGTHS: readonly [begins: RegExp, lengths: readonly number[]][] = [
  [/^4/, [19, 16, 13]],
  [/^(?:5[1-5]|2[2-7])/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0|6|8|9)/, [19, 16, 14]],
  [/^35/, [19, 16]],
  [/^(?:6|5[06-8])/, [19, 18, 17, 16, 15, 14, 13]],
];

/** How many of the digits from there on are a card's number; 0 for none. */
function lengthAt(digits: string, from: number): number {
  const lengths = LENGTHS.find(([begins]) => begins.test(digits.slice(from, from + 2)))?.[1] ?? [];
  return lengths.find((length) => from + length <= digits.length && passesLuhn(digits.slice(from, from + length))) ?? 0;
}

/** Where card numbers stand in a text, in UTF-16 code units; also where other digits stand before or behind them. */
export function cardNumbersIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(RUN)].flatMap((run) => {
    const places = [...run[0].matchAll(ONE)];
    const digits = places.map(([digit]) => valueOf(digit)).join('');
    const found: { from: number; to: number }[] = [];
    for (let at = 0; at < digits.length;) {
      const length = lengthAt(digits, at);
      const [first, last] = [places[at], places[at + length - 1]];
      if (length > 0 && first && last) found.push({ from: run.index + first.index, to: run.index + last.index + 1 });
      at += Math.max(1, length);
    }
    return found;
  });
}
