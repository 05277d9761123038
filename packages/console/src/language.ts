import { directionOf, getLocale, setLocale } from '@deskbell/parts/locale.js';

/**
 * Turns Deskbell to the wanted language (BCP 47), or where that is empty to the one of the page around an element, and writes it on the
 * element, with its direction. Rejects where the catalogue cannot be fetched; the element then has the language of before.
 */
export async function speak(element: HTMLElement, locale: string): Promise<void> {
  const around = element.parentElement?.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
  const wanted = locale || around;
  try {
    await setLocale(wanted ? [wanted, ...navigator.languages] : navigator.languages);
  } finally {
    element.lang = getLocale();
    element.dir = directionOf(element.lang);
  }
}
