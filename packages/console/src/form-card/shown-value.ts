import { msg } from '@lit/localize';
import { formatLocale } from '@deskbell/parts/locale.js';
import { formats } from '@deskbell/parts/text/formats.js';
import type { FieldKind } from '@deskbell/protocol/fields.js';

const WORDS: Partial<Record<FieldKind, (value: string) => string>> = {
  // A day is the same day wherever it is read.
  date: (value) => new Date(`${value}T00:00:00Z`).toLocaleDateString(formatLocale(), { dateStyle: 'long', timeZone: 'UTC' }),
  // As text: more digits than a number keeps may be in it.
  number: (value) => new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 10 }).format(value as `${number}`),
  choices: (value) => formats().list(value.split('\n')),
  consent: () => msg('Yes'),
  cardNumber: (value) => value.replace(/\d{4}(?=\d)/g, '$& '),
};

/** An answer as the reader's language writes it. */
export function shownValue(kind: FieldKind, value: string): string {
  try {
    return WORDS[kind]?.(value) ?? value;
  } catch {
    // What cannot be read as its kind is shown as it is.
    return value;
  }
}
