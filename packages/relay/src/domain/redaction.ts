import { cardNumbersIn } from './card-numbers.js';

const MAX_PATTERN = 100;
const MAX_STARS = 2;

/** The most that one `*` stands for. */
const MAX_REACH = 40;

/**
 * What is wrong with a pattern of what has to be hidden; undefined where it can be used. `#` is a digit, `?` one character, `*` up to 40 that
 * are no white space, and everything else itself, whatever the case. There is nothing in it that could be looked for without end.
 */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN) return `is longer than ${String(MAX_PATTERN)} characters`;
  if (pattern.split('*').length - 1 > MAX_STARS) return `has more than ${String(MAX_STARS)} *`;
  if (pattern.replace(/[*?\s]/g, '').length < 3) return 'has fewer than 3 characters besides * and ?, and would hide too much';
  return undefined;
}

const SIGNS: Readonly<Record<string, string>> = { ' ': '\\s{1,3}', '#': '\\d', '?': '[^\\s\\0]', '*': `[^\\s\\0]{0,${String(MAX_REACH)}}` };

const expressionOf = (pattern: string): RegExp =>
  new RegExp([...pattern.replace(/\*+/g, '*')].map((sign) => SIGNS[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join(''), 'giu');

interface Span {
  readonly from: number;
  readonly to: number;
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].filter(([found]) => found !== '').map(({ 0: found, index }) => ({ from: index, to: index + found.length }));

/** Overlapping ones made one, in order. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from < last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}

/** What stands where something was hidden. */
export const HIDDEN = '[hidden]';

const GAP = '\0';

/**
 * Hides card numbers, and whatever one of the patterns fits, in texts that follow each other (rule W1). Found too is what is spread over two
 * of them.
 */
export function redacted(texts: readonly string[], patterns: readonly string[]): string[] {
  const whole = texts.map((text) => text.replaceAll(GAP, '')).join(GAP);
  const spans = merged([...cardNumbersIn(whole), ...patterns.flatMap((pattern) => spansOf(whole, expressionOf(pattern)))]);
  let at = 0;
  let result = '';
  for (const { from, to } of spans) {
    const gaps = whole.slice(from, to).split(GAP).length - 1;
    result += whole.slice(at, from) + HIDDEN + GAP.repeat(gaps);
    at = to;
  }
  return (result + whole.slice(at)).split(GAP);
}
