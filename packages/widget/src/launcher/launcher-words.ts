/** What the launcher says before any catalogue is there, the rest it is told by the window: its name, and that the window did not come. */
export type LauncherWords = readonly [open: string, failed: string];

const WORDS: Readonly<Record<string, LauncherWords>> = {
  en: ['Open chat', 'The chat did not load. Try again.'],
  ar: ['افتح المحادثة', 'تعذر تحميل المحادثة. حاول مجددا.'],
  de: ['Chat öffnen', 'Chat nicht geladen. Versuchen Sie es erneut.'],
  es: ['Abrir el chat', 'El chat no se cargó. Inténtelo de nuevo.'],
};

/** The first of the wanted languages (BCP 47) that there are words for; English where there are none. */
export function launcherLocale(wanted: readonly (string | null)[]): string {
  return wanted.map((tag) => tag?.slice(0, 2).toLowerCase() ?? '').find((tag) => tag in WORDS) ?? 'en';
}

export const launcherWords = (locale: string): LauncherWords => WORDS[locale] as LauncherWords;
