/** What the launcher says before any catalogue is there. */
export interface LauncherWords {
  readonly open: string;
  readonly close: string;
  readonly failed: string;
  /** How many messages are unread; the number follows. */
  readonly unread: string;
}

const WORDS = {
  en: { open: 'Open chat', close: 'Close chat', failed: 'The chat could not be loaded. Try again.', unread: 'Unread' },
  ar: { open: 'افتح المحادثة', close: 'أغلق المحادثة', failed: 'تعذر تحميل المحادثة. حاول مرة أخرى.', unread: 'غير مقروءة' },
  de: {
    open: 'Chat öffnen',
    close: 'Chat schließen',
    failed: 'Der Chat konnte nicht geladen werden. Versuchen Sie es noch einmal.',
    unread: 'Ungelesen',
  },
  es: { open: 'Abrir el chat', close: 'Cerrar el chat', failed: 'No se pudo cargar el chat. Inténtelo de nuevo.', unread: 'Sin leer' },
} satisfies Record<string, LauncherWords>;

/** The first of the wanted languages (BCP 47) that there are words for; English where there are none. */
export function launcherLocale(wanted: readonly string[]): string {
  return wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find((tag) => tag in WORDS) ?? 'en';
}

const isKnown = (locale: string): locale is keyof typeof WORDS => locale in WORDS;

export const launcherWords = (locale: string): LauncherWords => WORDS[isKnown(locale) ? locale : 'en'];
