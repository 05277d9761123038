import { configureLocalization } from '@lit/localize';
import type { LocaleModule } from '@lit/localize';

/** The languages that Deskbell speaks; English is in the code, the others are fetched when first asked for. */
const CATALOGUES: Readonly<Record<string, () => Promise<LocaleModule>>> = {
  ar: () => import('./locales/ar.js'),
  de: () => import('./locales/de.js'),
  es: () => import('./locales/es.js'),
};

const SOURCE = 'en';
const RIGHT_TO_LEFT = new Set(['ar']);

const localization = configureLocalization({
  sourceLocale: SOURCE,
  targetLocales: Object.keys(CATALOGUES),
  loadLocale: (locale) => CATALOGUES[locale]?.() ?? Promise.reject(new Error(`there is no catalogue for ${locale}`)),
});

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** The first of the wanted languages (BCP 47 tags, `de-AT`) that Deskbell speaks; English where it speaks none of them. */
export function nearestLocale(wanted: readonly string[]): string {
  return wanted.map(base).find((tag) => tag === SOURCE || tag in CATALOGUES) ?? SOURCE;
}

/**
 * Turns every Deskbell element of this bundle to the language nearest to a BCP 47 tag, or to the first of several. Resolves with the language
 * that it became once it is shown; rejects where its catalogue could not be fetched, and then the language stays as it was.
 */
export async function setLocale(wanted: string | readonly string[]): Promise<string> {
  const locale = nearestLocale(typeof wanted === 'string' ? [wanted] : wanted);
  await localization.setLocale(locale);
  return locale;
}

/** The language of now: `en`, `ar`, ... */
export const getLocale = (): string => localization.getLocale();

/** Which way a language is written. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(base(locale)) ? 'rtl' : 'ltr');

/** What `Intl` is to be given: the reader's own variety of the language of now (`en-GB`) where the browser names one. */
export function formatLocale(): string {
  const locale = getLocale();
  return navigator.languages.find((tag) => base(tag) === locale) ?? locale;
}
