import { directionOf, nearestLocale, setLocale } from '@deskbell/parts/locale.js';

/**
 * Dresses what stands on the page by itself as the site dressed the element it comes from, and turns the texts to the language that is wanted:
 * the element's, the page's, or the visitor's. Resolves when they are there; a catalogue that does not come leaves them in English.
 */
export async function dress(element: HTMLElement, site: Element): Promise<void> {
  const page = document.documentElement.lang;
  const locale = nearestLocale([site.getAttribute('locale') ?? '', page, ...navigator.languages].filter(Boolean));
  const accent = site.getAttribute('accent') ?? getComputedStyle(site).getPropertyValue('--deskbell-accent');
  if (accent) element.style.setProperty('--deskbell-accent', accent);
  element.setAttribute('color-scheme', site.getAttribute('color-scheme') ?? '');
  element.dir = directionOf(locale);
  element.lang = locale;
  await setLocale(locale).catch(() => undefined);
}
