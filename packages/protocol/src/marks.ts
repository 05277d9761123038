import * as v from 'valibot';

// A message is a small document: its text, whose lines are the paragraphs, and what is marked in it. Never HTML.

export const MARKS = ['bold', 'italic', 'link'] as const;

/** The most marks in one message. */
export const MAX_MARKS = 200;

/** The longest address of a link, in UTF-16 code units. */
export const MAX_ADDRESS = 2_000;

/** A stretch of a text: from the UTF-16 code unit `from` up to, not including, `to`. A link has an `href`. */
export const markSchema = v.object({
  mark: v.picklist(MARKS),
  from: v.number(),
  to: v.number(),
  href: v.optional(v.string()),
});
export type Mark = v.InferOutput<typeof markSchema>;

/** A text with what is marked in it. */
export interface Marked {
  readonly text: string;
  /** By `from`; left out where there are none. */
  readonly marks?: readonly Mark[] | undefined;
}

const OPENED = /^(?:https?|mailto|tel):/i;

// A scheme that is cut in two by a tab or a line end is put together again by browsers, and white space before it does not count.
const TRICKS = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/;

/** Whether an address may be opened from a message: http, https, mailto or tel, whole, and with nothing in it that hides what it is. */
export const isSafeAddress = (href: string): boolean =>
  href.length <= MAX_ADDRESS && OPENED.test(href) && !TRICKS.test(href) && URL.canParse(href);
