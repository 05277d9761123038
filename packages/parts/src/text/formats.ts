import { formatLocale } from '../locale.js';

/** How moments (ms since 1970) are written for the reader, in their language and time zone. */
export interface Formats {
  /** Date and time of a message, short: "Nov 21, 10:32 AM". */
  readonly stamp: (at: number) => string;
  /** The same in full, for whoever wants to know exactly. */
  readonly exact: (at: number) => string;
  /** A day as the head of what was said on it: "today", "Monday, November 16". */
  readonly day: (at: number, now: number) => string;
  /** Several names: "Maya, Ana, and Ben". */
  readonly list: (names: readonly string[]) => string;
  readonly number: (value: number) => string;
}

const DAY = 86_400_000;
const made = new Map<string, Formats>();

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

// Making one takes milliseconds, and most are never asked for.
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const make = (locale: string): Formats => {
  const dates = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, options));
  const clock = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  const [stamp, stampWithYear] = [dates(clock), dates({ ...clock, year: 'numeric' })];
  const [day, dayWithYear] = [dates({ weekday: 'long', month: 'long', day: 'numeric' }), dates({ dateStyle: 'full' })];
  const exact = dates({ dateStyle: 'full', timeStyle: 'medium' });
  const near = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const list = once(() => new Intl.ListFormat(locale));
  const number = once(() => new Intl.NumberFormat(locale));
  const newYear = new Date(new Date().getFullYear(), 0, 1).getTime();
  const isThisYear = (at: number) => at >= newYear;
  return {
    stamp: (at) => (isThisYear(at) ? stamp : stampWithYear)().format(at),
    list: (names) => list().format(names),
    number: (value) => number().format(value),
    exact: (at) => exact().format(at),
    day: (at, now) => {
      // Rounded, because a day on which the clocks change is not 24 hours long.
      const ago = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
      if (ago === 0 || ago === 1) return near().format(-ago, 'day');
      return (isThisYear(at) ? day : dayWithYear)().format(at);
    },
  };
};

/** The formats of the reader's language of now; kept for each, because making them is slow. */
export function formats(): Formats {
  const locale = formatLocale();
  const found = made.get(locale) ?? make(locale);
  made.set(locale, found);
  return found;
}

/** Whether two moments are on one day where the reader is. */
export const isSameDay = (one: number, other: number): boolean => Math.abs(one - other) < 2 * DAY && startOfDay(one) === startOfDay(other);
