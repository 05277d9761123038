/**
 * A frame of the mirror's stream: FRAME.mirror, how it begins (BEGINS: with a stream of its own, for which nothing of what was before counts), its
 * number as a varint, and the rest deflated. Inflated it is a part of a row of calls, each of them a code and what it says. A call may go on in
 * the next frame.
 */
export const BEGINS = 1;

/** The calls. The two that make up a page, from `element` and `text` on, have how many levels up their parent is in the code itself. */
export const CALL = {
  fresh: 0,
  shown: 1,
  paged: 2,
  document: 3,
  elementAt: 4,
  textAt: 5,
  shadow: 6,
  moved: 7,
  removed: 8,
  attribute: 9,
  unset: 10,
  said: 11,
  value: 12,
  checked: 13,
  chosen: 14,
  scrolled: 15,
  sheet: 16,
  adopted: 17,
  picture: 18,
  blank: 19,
  pointer: 20,
  focused: 21,
  opened: 22,
  /** The next id, at the end of what is so many levels above what came last. */
  element: 64,
  text: 128,
} as const;
/** How many levels up a code can say. */
export const LEVELS = 64;

export const OPENED = ['', 'modal', 'dialog', 'popover', 'fullscreen'] as const;

/** How a string is written: its length or number << 2, and one of these. Both sides learn what is told so, until they know so many. */
export const STRING = { plain: 0, learnt: 1, known: 2 } as const;
export const KNOWN_STRINGS = 16_384;
export const KNOWN_SHAPES = 8_192;

/** How much of the stream goes into a frame at most, before it is deflated, bytes. */
export const PIECE = 65_536;
