import { configureLocalization } from '@lit/localize';
import type { LocaleModule } from '@lit/localize';

const CATALOGUES: Readonly<Record<string, () => Promise<LocaleModule>>> = {
  ar: () => import('./locales/ar.js'),
  de: () => import('./locales/de.js'),
  es: () => import('./locales/es.js'),
};

/** Turns every text to a language there is a catalogue for, or back to the one in the code; and which one is shown. A bundle has this once. */
export const { setLocale: showIn, getLocale: shownIn } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: Object.keys(CATALOGUES),
  loadLocale: (locale) => CATALOGUES[locale]?.() ?? Promise.reject(new Error(`there is no catalogue for ${locale}`)),
});
