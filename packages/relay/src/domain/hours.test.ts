import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAYS, isOpen, nextChange, type Hours, type Span } from './hours.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  // Half an hour of summer time.
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  // Had no 30 December 2011.
  'Pacific/Apia',
  'UTC',
];

const never: Hours['week'] = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const everyDay = (...spans: Span[]): Hours['week'] => ({
  mon: spans,
  tue: spans,
  wed: spans,
  thu: spans,
  fri: spans,
  sat: spans,
  sun: spans,
});
const berlin = (week: Hours['week'], holidays: Hours['holidays'] = []): Hours => ({ timeZone: 'Europe/Berlin', week, holidays });

/** The slow model: what a clock on the wall shows, compared as text. Another way to it than the one that is tested. */
class Wall {
  readonly #hours: Hours;
  readonly #format: Intl.DateTimeFormat;

  constructor(hours: Hours) {
    this.#hours = hours;
    this.#format = new Intl.DateTimeFormat('en-GB', {
      timeZone: hours.timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  }

  isOpen(at: number): boolean {
    const shown = Object.fromEntries(this.#format.formatToParts(at).map(({ type, value }) => [type, value]));
    const date = `${shown.year ?? ''}-${shown.month ?? ''}-${shown.day ?? ''}`;
    const clock = `${shown.hour ?? ''}:${shown.minute ?? ''}`;
    const holiday = this.#hours.holidays.find((each) => each.date === date);
    const spans = holiday?.open ?? this.#hours.week[(shown.weekday ?? '').toLowerCase() as (typeof DAYS)[number]];
    return spans.some(([from, to]) => clock >= from && clock < to);
  }

  /** Minute by minute: zones of our time are whole minutes away from UTC. */
  nextChange(at: number, until: number): number | null {
    const now = this.isOpen(at);
    for (let minute = (Math.floor(at / MINUTE) + 1) * MINUTE; minute <= until; minute += MINUTE) {
      if (this.isOpen(minute) !== now) return minute;
    }
    return null;
  }
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A day's spans, which do not overlap. Often at the hours at which clocks are changed, and at midnight. */
const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1_440 }), fc.constantFrom(0, 60, 90, 120, 150, 180, 1_440)), { maxLength: 6 })
  .map((minutes) => minutes.sort((one, other) => one - other))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, index) => [clock(minutes[2 * index]!), clock(minutes[2 * index + 1]!)]),
  );

/** Around the days on which the clocks of these zones are changed, and Apia's missing one. */
const moments = fc
  .record({
    day: fc.constantFrom(
      Date.UTC(2026, 2, 28),
      Date.UTC(2026, 9, 24),
      Date.UTC(2026, 2, 7),
      Date.UTC(2026, 9, 31),
      Date.UTC(2026, 3, 4),
      Date.UTC(2026, 9, 3),
      Date.UTC(2011, 11, 29),
      Date.UTC(2024, 1, 28),
      Date.UTC(2026, 11, 30),
    ),
    after: fc.integer({ min: 0, max: 72 * HOUR }),
  })
  .map(({ day, after }) => ({ day, at: day + after }));

const scene = fc
  .tuple(moments, fc.constantFrom(...ZONES), fc.record(Object.fromEntries(DAYS.map((day) => [day, spans]))))
  .chain(([{ day, at }, timeZone, week]) =>
    fc
      .uniqueArray(fc.record({ days: fc.integer({ min: -1, max: 5 }), open: spans }), { maxLength: 3, selector: ({ days }) => days })
      .map((holidays) => ({
        at,
        hours: {
          timeZone,
          week: week as unknown as Hours['week'],
          holidays: holidays.map(({ days, open }) => ({ date: new Date(day + days * 24 * HOUR).toISOString().slice(0, 10), open })),
        },
      })),
  );

test('H1, H2, H3 it is open exactly when the clock on the wall says so, in every zone', () => {
  fc.assert(
    fc.property(scene, ({ hours, at }) => {
      assert.equal(isOpen(hours, at), new Wall(hours).isOpen(at));
    }),
    { numRuns: 3_000 },
  );
});

test('H4 the next change is the one that is found by looking at every minute', () => {
  fc.assert(
    fc.property(scene, ({ hours, at }) => {
      const until = at + 36 * HOUR;
      const expected = new Wall(hours).nextChange(at, until);
      const change = nextChange(hours, at);
      if (expected !== null) assert.equal(change, expected);
      else assert.ok(change === null || change > until);
    }),
    { numRuns: 300 },
  );
});

test('H4 from change to change it is open, closed, open', () => {
  fc.assert(
    fc.property(scene, ({ hours, at }) => {
      let from = at;
      for (let count = 0; count < 6; count += 1) {
        const change = nextChange(hours, from);
        if (change === null) return;
        assert.ok(change > from);
        assert.equal(isOpen(hours, change - 1), isOpen(hours, from));
        assert.notEqual(isOpen(hours, change), isOpen(hours, from));
        from = change;
      }
    }),
    { numRuns: 300 },
  );
});

test('H2 a night over midnight is one stretch', () => {
  const hours = berlin(everyDay(['00:00', '06:00'], ['22:00', '24:00']));
  assert.equal(nextChange(hours, Date.UTC(2026, 6, 1, 20)), Date.UTC(2026, 6, 2, 4));
  assert.equal(nextChange(hours, Date.UTC(2026, 6, 2, 4)), Date.UTC(2026, 6, 2, 20));
});

test('H1 in spring an hour that no clock shows is open for nobody, and in autumn one that it shows twice is open twice', () => {
  const hours = berlin(everyDay(['02:00', '03:00']));
  assert.equal(nextChange(hours, Date.UTC(2026, 2, 28, 12)), Date.UTC(2026, 2, 30, 0));
  const autumn = Date.UTC(2026, 9, 24, 12);
  assert.equal(nextChange(hours, autumn), Date.UTC(2026, 9, 25, 0));
  assert.equal(nextChange(hours, Date.UTC(2026, 9, 25, 0)), Date.UTC(2026, 9, 25, 2));
});

test('H1 half an hour of summer time is half an hour', () => {
  const hours: Hours = { timeZone: 'Australia/Lord_Howe', week: everyDay(['00:00', '02:00']), holidays: [] };
  // Put back at 02:00 (UTC+11) to 01:30 (UTC+10:30): the last half hour comes again.
  assert.equal(nextChange(hours, Date.UTC(2026, 3, 4, 14)), Date.UTC(2026, 3, 4, 15, 30));
});

test('H3 a holiday is as it says, and the days beside it are as ever', () => {
  const hours = berlin(everyDay(['00:00', '24:00']), [{ date: '2026-12-25', open: [['10:00', '12:00']] }]);
  const changes = [Date.UTC(2026, 11, 20)];
  for (let count = 0; count < 4; count += 1) changes.push(nextChange(hours, changes.at(-1)!)!);
  assert.deepEqual(
    changes.slice(1).map((at) => new Date(at).toISOString()),
    ['2026-12-24T23:00:00.000Z', '2026-12-25T09:00:00.000Z', '2026-12-25T11:00:00.000Z', '2026-12-25T23:00:00.000Z'],
  );
});

test('H4 where nothing changes there is no next change', () => {
  for (const week of [never, everyDay(['00:00', '24:00'])]) assert.equal(nextChange(berlin(week), Date.UTC(2026, 0)), null);
  const past = [{ date: '2020-01-01', open: [['00:00', '01:00']] }] as const;
  assert.equal(nextChange(berlin(never, past), Date.UTC(2026, 0)), null);
});
