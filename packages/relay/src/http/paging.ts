import * as v from 'valibot';

/** A whole number in a query, from 1 on. */
export const whole = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,10}$/, 'is not a whole number'), v.transform(Number), v.minValue(1), v.maxValue(most));

/** Where a page begins: what the one before said in `next`. */
export const page = v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}_[0-9a-f-]{36}$/, 'is not the `next` of a page before')), undefined);
