// What the clock on the wall shows in a zone is all that counts (rule H1), so that a day of 23, 25 or no hours at all needs no case of its own.

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

/** From the first moment to before the second, as a clock shows them: `["09:00", "17:30"]`. Only an end may be `24:00`. */
export type Span = readonly [from: string, to: string];

/** A day that is not like others of its name, `2026-12-25`. Closed where it has no spans. */
export interface Holiday {
  readonly date: string;
  readonly open: readonly Span[];
}

/** When somebody is there: the days of a week in a zone of the IANA's list, and the days on which it is otherwise. */
export interface Hours {
  readonly timeZone: string;
  readonly week: Readonly<Record<Day, readonly Span[]>>;
  readonly holidays: readonly Holiday[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Every week and every change of the clocks is seen in this time. */
const A_FORTNIGHT = 15;
/** How far ahead a change is looked for where there are holidays, in days. */
const A_YEAR = 400;

// Making one costs a hundred times as much as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, known);
  return known;
}

/** How far a zone's clocks are ahead of UTC, ms. */
function offsetAt(timeZone: string, at: number): number {
  const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(formatOf(timeZone).format(at)) ?? [];
  const size = (Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -size : size;
}

/** Milliseconds after the day's beginning at which a clock shows `09:30`. */
const momentOf = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE;

/** The spans of a local day, which is told by its beginning as if it were one of UTC. */
function spansOf({ week, holidays }: Hours, day: number): readonly Span[] {
  const date = new Date(day);
  const name = date.toISOString().slice(0, 10);
  const holiday = holidays.find((each) => each.date === name);
  // `getUTCDay` begins its week on Sunday.
  return holiday ? holiday.open : week[DAYS[(date.getUTCDay() + 6) % 7] ?? 'mon'];
}

const dayOf = (local: number): number => Math.floor(local / DAY) * DAY;

/** Whether somebody is there (rules H1 to H3). `at` in ms. */
export function isOpen(hours: Hours, at: number): boolean {
  const local = at + offsetAt(hours.timeZone, at);
  const day = dayOf(local);
  return spansOf(hours, day).some(([from, to]) => local - day >= momentOf(from) && local - day < momentOf(to));
}

/** The moment in (from, to] at which the zone's clocks are put forward or back. */
function changeOfClocks(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from);
  let [last, first] = [from, to];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offsetAt(timeZone, middle) === before) last = middle;
    else first = middle;
  }
  return first;
}

/** Every moment in (from, to], which are a day apart, at which it may open or close, in order. */
function edges(hours: Hours, from: number, to: number): number[] {
  const { timeZone } = hours;
  const offsets = new Set([offsetAt(timeZone, from), offsetAt(timeZone, to)]);
  const found = new Set<number>(offsets.size === 1 ? [] : [changeOfClocks(timeZone, from, to)]);
  for (const offset of offsets) {
    for (let day = dayOf(from + offset); day <= to + offset; day += DAY) {
      // A holiday may begin or end at midnight.
      const clocks = spansOf(hours, day).flat().map(momentOf);
      for (const clock of [0, ...clocks]) found.add(day + clock - offset);
    }
  }
  return [...found].filter((each) => each > from && each <= to).sort((one, other) => one - other);
}

/**
 * The next moment after `at` at which it opens or closes, ms; null where that is never, or so far away that it can be asked for again
 * (rule H4).
 */
export function nextChange(hours: Hours, at: number): number | null {
  const now = isOpen(hours, at);
  const days = hours.holidays.length === 0 ? A_FORTNIGHT : A_YEAR;
  for (let from = at; from < at + days * DAY; from += DAY) {
    const change = edges(hours, from, from + DAY).find((each) => isOpen(hours, each) !== now);
    if (change !== undefined) return change;
  }
  return null;
}
