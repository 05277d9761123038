import type * as Catalogues from './catalogues.js';

/** English is in the code. */
const SOURCE = 'en';
/** The others are fetched when first asked for, and with them what it takes to change: most pages need neither. */
const OTHERS = new Set(['ar', 'de', 'es']);
const RIGHT_TO_LEFT = new Set(['ar']);

let catalogues: Promise<typeof Catalogues> | undefined;
let shownIn = (): string => SOURCE;

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** The first of the wanted languages (BCP 47 tags, `de-AT`) that Deskbell speaks; English where it speaks none of them. */
export function nearestLocale(wanted: readonly string[]): string {
  return wanted.map(base).find((tag) => tag === SOURCE || OTHERS.has(tag)) ?? SOURCE;
}

/**
 * Turns every Deskbell element of this bundle to the language nearest to a BCP 47 tag, or to the first of several. Resolves with the language
 * that it became once it is shown; rejects where its catalogue could not be fetched, and then the language stays as it was.
 */
export async function setLocale(wanted: string | readonly string[]): Promise<string> {
  const locale = nearestLocale(typeof wanted === 'string' ? [wanted] : wanted);
  if (locale === SOURCE && !catalogues) return locale;
  catalogues ??= import('./catalogues.js');
  try {
    const found = await catalogues;
    shownIn = found.shownIn;
    await found.showIn(locale);
  } catch (error) {
    catalogues = undefined;
    throw error;
  }
  return locale;
}

/** The language of now: `en`, `ar`, ... */
export const getLocale = (): string => shownIn();

/** Which way a language is written. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(base(locale)) ? 'rtl' : 'ltr');

/** What `Intl` is to be given: the reader's own variety of the language of now (`en-GB`) where the browser names one. */
export function formatLocale(): string {
  const locale = getLocale();
  return navigator.languages.find((tag) => base(tag) === locale) ?? locale;
}
