import { formatLocale } from '@deskbell/parts/locale.js';

/** A moment (ms since 1970) as short as it is still clear: the time today, the day this year, the date before. */
export function shortMoment(at: number, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  const locale = formatLocale();
  if (then.toDateString() === today.toDateString()) return then.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
  if (then.getFullYear() === today.getFullYear()) return then.toLocaleDateString(locale, { month: 'short', day: 'numeric' });
  return then.toLocaleDateString(locale, { dateStyle: 'short' });
}

/** Date and time in full. */
export const longMoment = (at: number): string => new Date(at).toLocaleString(formatLocale(), { dateStyle: 'medium', timeStyle: 'short' });

const UNITS = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A length of time (ms) in its largest unit: "3 minutes". */
export function lengthOf(duration: number): string {
  const [unit, size] = UNITS.find(([, ms]) => duration >= ms) ?? UNITS[2];
  return new Intl.NumberFormat(formatLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(0, Math.floor(duration / size)),
  );
}
