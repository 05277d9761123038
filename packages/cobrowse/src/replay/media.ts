import { MEDIA, PAGE_BITS } from '../sink.js';

/** What is asked of, how, and the bit of its answer. */
const ASKED = MEDIA.map((query, at) => {
  const [, feature = '', value = ''] = /^\((.*):(.*)\)$/.exec(query) ?? [];
  return { feature, value, bit: 1 << at };
});
const FEATURE = new RegExp(`\\(\\s*(${[...new Set(ASKED.map(({ feature }) => feature))].join('|')})\\s*(?::\\s*([a-z-]+)\\s*)?\\)`, 'gi');
const NEUTRAL = /^(?:light|no-preference|none)$/;
const [TRUE, FALSE] = ['(min-width:0)', '(max-width:0)'];
const SCHEMES = /(?<![\w-])(color-scheme\s*:\s*)([^;{}!"']*)/gi;
const DARK = 1;

/**
 * The bits for a page in this browser: those that the customer's sent, but where an agent asks for less movement there is less.
 */
export const mediaFor = (media: number): number =>
  media | (matchMedia('(prefers-reduced-motion:reduce)').matches ? 1 << MEDIA.indexOf('(prefers-reduced-motion:reduce)') : 0);

/** A media query with the customer's answers in it. */
export const answered = (query: string, media: number): string =>
  query.replace(FEATURE, (_, name: string, asked?: string) => {
    const [feature, value] = [name.toLowerCase(), asked?.toLowerCase()];
    const all = ASKED.filter((each) => each.feature === feature);
    const isAny = all.some(({ bit }) => media & bit);
    if (value === undefined) return isAny || feature === 'prefers-color-scheme' ? TRUE : FALSE;
    if (NEUTRAL.test(value)) return isAny ? FALSE : TRUE;
    return all.some((each) => each.value === value && media & each.bit) ? TRUE : FALSE;
  });

/** Rules or declarations in which the browser would choose between light and dark, chosen as the customer's does. */
const chosen = (css: string, media: number): string =>
  css.replace(SCHEMES, (whole, property: string, value: string) =>
    /\blight\b/i.test(value) && /\bdark\b/i.test(value) ? `${property}${media & DARK ? 'dark' : 'light'}` : whole,
  );

/** Rules with the customer's answers in them, so that they look as they do there. */
export const asAnswered = (css: string, media: number): string =>
  chosen(css, media).replace(/@media[^{;]*/gi, (prelude) => answered(prelude, media));

/** The scheme of a page whose head names one or two; undefined where it names none. */
export function schemeOf(media: number): 'light' | 'dark' | undefined {
  const [light, dark] = [(media & PAGE_BITS.light) !== 0, (media & PAGE_BITS.dark) !== 0];
  if (!light && !dark) return undefined;
  return dark && (!light || media & DARK) ? 'dark' : 'light';
}
