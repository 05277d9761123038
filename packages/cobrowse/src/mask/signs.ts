/** Stands for a letter, a digit or anything else that can be seen. */
const SIGN = '•';
/** The same for what is as wide as it is high, as Chinese or Japanese are, and breaks lines as they do. */
const WIDE = '＊';
const RUN = SIGN.repeat(64);
/** Stands for what nobody is to know the length of. */
export const FIXED = SIGN.repeat(8);
/** Stands for a part of an address, whatever its length. */
export const CUT = '***';

const isWide = (code: number) =>
  code >= 0x1100 &&
  (code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60));

const isSpace = (code: number) =>
  code <= 0x20 ||
  code === 0xa0 ||
  code === 0xad ||
  (code >= 0x2000 && (code <= 0x200b || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000));

const run = (length: number) => (length <= RUN.length ? RUN.slice(0, length) : SIGN.repeat(length));

/** The text as signs: as long, with its spaces and line breaks where they were. */
export function masked(text: string): string {
  let out = '';
  /** From where on there have been plain signs. */
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const space = isSpace(code);
    if (!space && !isWide(code)) continue;
    out += run(at - from) + (space ? text.charAt(at) : WIDE);
    from = at + 1;
  }
  return out + run(text.length - from);
}
