import { key } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { name } from './basics.js';

const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'has to be a time like 09:30'));
const end = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'has to be a time like 17:30, or 24:00'));

const span = v.pipe(
  v.strictTuple([time, end]),
  v.check(([from, to]) => from < to, 'has to end after it begins; a night is two spans, to 24:00 and from 00:00'),
);

const areApart = (spans: readonly (readonly [string, string])[]): boolean =>
  spans
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .every(([from], index, sorted) => index === 0 || (sorted[index - 1]?.[1] ?? '') <= from);

const spans = v.pipe(
  v.array(span),
  v.maxLength(24, 'has more than 24 spans'),
  v.check((spans) => areApart(spans), 'has spans that overlap'),
);
const day = v.optional(spans, []);

const isZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

/** Hours of operation, as `domain/hours.ts` reads them. */
export const hoursSchema = v.strictObject({
  id: key,
  timeZone: v.pipe(v.string(), v.check(isZone, 'has to be a time zone like Europe/Berlin')),
  week: v.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
  holidays: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          date: v.pipe(v.string(), v.check(isDate, 'has to be a day like 2026-12-25')),
          name,
          open: day,
        }),
      ),
      v.maxLength(1_000, 'has more than 1000 holidays'),
    ),
    [],
  ),
});
