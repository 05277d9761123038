import * as v from 'valibot';

// A message is a small document: its text, whose lines are the paragraphs, and what is marked in it. Never HTML.

export const MARKS = ['bold', 'italic', 'link'] as const;

/** The most marks in one message. */
export const MAX_MARKS = 200;

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
