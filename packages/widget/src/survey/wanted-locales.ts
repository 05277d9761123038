import { getLocale } from '@deskbell/parts/locale.js';

const base = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

/** What the site said, on the chat or its window around an element. */
function localeAround(element: Element): string | null {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    const said = root.host.getAttribute('locale');
    if (said) return said;
  }
  return null;
}

/**
 * The languages (BCP 47) in which a customer wants what a workspace wrote, the best first: as the window chooses its own, but with those
 * before it that Deskbell itself does not speak.
 */
export function wantedLocales(element: Element): string[] {
  const shown = getLocale();
  const wanted = [localeAround(element), document.documentElement.lang, ...navigator.languages].filter((tag): tag is string => !!tag);
  const place = wanted.findIndex((tag) => base(tag) === shown);
  if (place >= 0) return wanted.slice(0, place + 1);
  // English is what is left where none is spoken; everything else was asked for.
  return shown === 'en' ? wanted : [shown, ...wanted];
}
