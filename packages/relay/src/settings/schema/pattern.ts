import * as v from 'valibot';

/** The most repetitions, and the most ways in which a value may be gone through: some ten milliseconds' worth. */
const MAX_REPETITIONS = 3;
const MAX_WAYS = 8_000_000;

/** What a repetition counts that has no end. Three of them share a line of 200 characters in about 100 ** 3 ways. */
const ENDLESS = 100;

/** No line is longer; and what repeats more often takes long to be read alone. */
const MAX_COUNT = 200;

/** In how many ways one sign may be met. */
function waysOf(sign: string): number {
  if (sign === '?' || sign === '|') return 2;
  if (sign === '*' || sign === '+') return ENDLESS;
  const [, least, isOpen, most] = /^\{(\d+)(,?)(\d*)\}/.exec(sign) ?? [];
  if (isOpen !== ',') return 1;
  return Math.min(ENDLESS, most === '' ? ENDLESS : Math.max(1, Number(most) - Number(least) + 1));
}

// What varies in a pattern; a question mark behind a repetition makes it lazy, and behind a bracket it says what the group is.
const VARYING = /(\*|\+|\{\d+,?\d*\})\??|(?<!\()\?\??|\|/g;

/** What is escaped, or in brackets, is one sign like any other. */
const bareOf = (pattern: string): string => pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');

/** In how many ways a value may be gone through. */
const allWaysOf = (bare: string): number =>
  [...bare.matchAll(VARYING)].reduce((ways, [found, repetition]) => ways * waysOf(repetition ?? found.charAt(0)), 1);

/**
 * Whether no value keeps it busy: it runs in the relay on what people type. Few repetitions, none of a group, and not too much that is
 * there or not: `a?a?a?...aaa...` takes as long as `(a+)+`.
 */
const isTame = (pattern: string): boolean => {
  const bare = bareOf(pattern);
  if (/\\[1-9k]/.test(pattern) || /\)[*+{]/.test(bare)) return false;
  if ([...bare.matchAll(/\{\d+(?:,\d+)?/g)].some(([counts]) => (counts.match(/\d+/g) ?? []).some((count) => Number(count) > MAX_COUNT)))
    return false;
  if ((bare.match(/[*+{]/g)?.length ?? 0) > MAX_REPETITIONS) return false;
  return allWaysOf(bare) <= MAX_WAYS;
};

const isPattern = (pattern: string): boolean => {
  if (!isTame(pattern)) return true;
  try {
    // By itself, so that no bracket of it closes ours; and run once, since one that is too large is found out only then.
    return [pattern, `^(?:${pattern})$`].every((source) => typeof new RegExp(source, 'u').test('') === 'boolean');
  } catch {
    return false;
  }
};

/** What a whole value has to match, as a regular expression with the flag `u`. */
export const patternSchema = v.pipe(
  v.string(),
  v.maxLength(100, 'is longer than 100 characters'),
  v.check(isPattern, 'is no regular expression'),
  v.check(isTame, 'has more than three repetitions, repeats a group or more than 200 times, refers to a group, or leaves too much open'),
);

/** The most ways from any one place of a text, which may be a page long, and is gone through from each of its places. */
const MAX_SEARCH_WAYS = 2_000;

const isQuick = (pattern: string): boolean => {
  const bare = bareOf(pattern);
  return isTame(pattern) && !/[*+]|\{\d+,\}/.test(bare) && allWaysOf(bare) <= MAX_SEARCH_WAYS;
};

/** What it finds in nothing at all; undefined where it is no pattern. */
const foundInNothing = (pattern: string): boolean | undefined => {
  try {
    return new RegExp(pattern, 'v').test('');
  } catch {
    return undefined;
  }
};

/** What is looked for in long texts, as a regular expression with the flag `v`. */
export const searchPatternSchema = v.pipe(
  v.string(),
  v.minLength(1, 'is empty'),
  v.maxLength(100, 'is longer than 100 characters'),
  v.check((pattern) => !isQuick(pattern) || foundInNothing(pattern) !== undefined, 'is no regular expression with the flag v'),
  v.check((pattern) => !isQuick(pattern) || foundInNothing(pattern) !== true, 'finds something in an empty text'),
  v.check(
    isQuick,
    'could be looked for without end: say how often at the most, {1,40} in place of * and +, repeat no group, and leave less open',
  ),
);
