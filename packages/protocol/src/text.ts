import * as v from 'valibot';

/** The longest message, in UTF-16 code units. At six bytes each, escaped, it still fits into one frame. */
export const MAX_TEXT = 10_000;

/** The largest frame a client may send, in bytes. */
export const MAX_FRAME = 64 * 1024;

/** The longest name, label or other short line, in UTF-16 code units. */
export const MAX_LINE = 200;

// Everything below U+0020 but tab and line feed, DEL, and the C1 block: nothing that shows, and NUL cannot be stored by PostgreSQL.

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

// Overrides and isolates turn a name that stands inside a sentence around; in a message of its own they are harmless.
const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;

/** Makes text storable and harmless without changing what it says: line ends become `\n`, controls go, a lone surrogate becomes U+FFFD. */
export function cleanText(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').toWellFormed().replace(CONTROLS, '').trim();
}

/** The same for one line: no line ends, no direction marks. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(BIDI, '').replace(/\s+/g, ' ').trim();
}

const MOST = v.maxLength<string, number, string>(MAX_TEXT, `is longer than ${String(MAX_TEXT)} characters`);

/** What somebody wrote, cleaned; at least one character. */
export const text = v.pipe(v.string(), v.transform(cleanText), v.minLength(1, 'is empty'), MOST);

/** The same, where it may be empty. */
export const maybeText = v.pipe(v.string(), v.transform(cleanText), MOST);

/** A name or label, cleaned; may be empty. */
export const line = v.pipe(v.string(), v.transform(cleanLine), v.maxLength(MAX_LINE, `is longer than ${String(MAX_LINE)} characters`));

/** The id of something in the settings. */
export const key = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_.-]{1,64}$/, 'has to be 1 to 64 letters, digits, dots, dashes or underscores'),
  // What every object has cannot be told from what was put into one.
  v.check((value) => !(value in {}) && value !== 'prototype', 'is a name that JavaScript keeps for itself'),
);

/** An id: a UUID in lower case. New ones are version 7, so that they sort by time. */
export const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'is not a lower-case UUID'));

/** A place in a conversation's log: 1, 2, 3 ... */
export const seq = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647));
