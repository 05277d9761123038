/** The longest address of a link, in UTF-16 code units. */
export const MAX_ADDRESS = 2_000;

const OPENED = /^(?:https?|mailto|tel):/i;

// A scheme that is cut in two by a tab or a line end is put together again by browsers, and white space before it does not count.
const TRICKS = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/;

/** Whether an address may be opened from a message: http, https, mailto or tel, whole, and with nothing in it that hides what it is. */
export const isSafeAddress = (href: string): boolean =>
  href.length <= MAX_ADDRESS && OPENED.test(href) && !TRICKS.test(href) && URL.canParse(href);
