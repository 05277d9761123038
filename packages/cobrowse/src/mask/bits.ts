// What a mask is made of. Below these bits stands which rules hold, as an index.

/** Texts are masked. */
export const MASKED = 1;
/** By name, and not since everything is: no mark within unmasks. */
export const FIRM = 2;
/** Nothing but the size is shown. */
export const BLOCKED = 4;
/** A field that is secret whatever anybody marked; for the field itself. */
export const SECRET = 8;
/** A shadow host, whose children stand in slots that may be in something masked; for its children. */
export const HOST = 16;
/** The document, and its `html`: where browser extensions put theirs; for their children. */
export const TOP = 32;
export const ROOT = 64;
/** What is in it is never seen: a script, a template. */
export const INERT = 128;
/** What is in it is CSS. */
export const STYLE = 256;
/** What is not handed down. */
export const OWN = SECRET | HOST | TOP | ROOT | INERT | STYLE;
/** From here on: which page's rules. */
export const RULES = 9;
