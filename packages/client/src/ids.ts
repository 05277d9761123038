let last = 0;

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A new UUID, version 7 (RFC 9562), in lower case. Ids of one page sort in the order in which they were made: within a millisecond, and
 * while the local clock is set back, each takes the millisecond after the one before. Works outside of secure contexts too.
 */
export function newId(now = Date.now()): string {
  last = Math.max(last + 1, now);
  const random = crypto.getRandomValues(new Uint8Array(10));
  // Four bits of version, twelve of chance; two bits of variant, sixty-two of chance.
  random[0] = 0x70 | ((random[0] ?? 0) & 0x0f);
  random[2] = 0x80 | ((random[2] ?? 0) & 0x3f);
  const hex = last.toString(16).padStart(12, '0') + hexOf(random);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
