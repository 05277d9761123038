import { formatLocale } from '@deskbell/parts/locale.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A moment (ms since 1970) as short as it is still clear: minutes ago under an hour, the time today, the day this year, the date before. */
export function shortMoment(at: number, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  const locale = formatLocale();
  const ago = Math.max(0, now - at);
  if (ago < MINUTE) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  if (ago < HOUR)
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'narrow' }).format(Math.floor(ago / MINUTE));
  if (then.toDateString() === today.toDateString()) return then.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
  if (then.getFullYear() === today.getFullYear()) return then.toLocaleDateString(locale, { month: 'short', day: 'numeric' });
  return then.toLocaleDateString(locale, { dateStyle: 'short' });
}

/** Date and time in full. */
export const longMoment = (at: number): string => new Date(at).toLocaleString(formatLocale(), { dateStyle: 'medium', timeStyle: 'short' });

/** A length of time in minutes, in the largest unit that fits: "15 minutes", "4 hours", "1 day". */
export function durationName(minutes: number): string {
  const [value, unit] =
    minutes % 1_440 === 0 ? [minutes / 1_440, 'day'] : minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(formatLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** A moment as `<input type="datetime-local">` has it, on the clock of this machine. */
export function localMoment(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}
