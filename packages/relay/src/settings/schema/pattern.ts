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

/**
 * Whether no value keeps it busy: it runs in the relay on what people type. Few repetitions, none of a group, and not too much that is
 * there or not: `a?a?a?...aaa...` takes as long as `(a+)+`.
 */
const isTame = (pattern: string): boolean => {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\\[1-9k]/.test(pattern) || /\)[*+{]/.test(bare)) return false;
  if ([...bare.matchAll(/\{\d+(?:,\d+)?/g)].some(([counts]) => (counts.match(/\d+/g) ?? []).some((count) => Number(count) > MAX_COUNT)))
    return false;
  if ((bare.match(/[*+{]/g)?.length ?? 0) > MAX_REPETITIONS) return false;
  return [...bare.matchAll(VARYING)].reduce((ways, [found, repetition]) => ways * waysOf(repetition ?? found.charAt(0)), 1) <= MAX_WAYS;
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
