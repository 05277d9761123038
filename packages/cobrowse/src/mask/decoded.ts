/** A part of an address as it was before it was encoded, however often that was. */
export function decoded(part: string): string {
  let out = part;
  for (let before = ''; out !== before;) {
    before = out;
    // What is no UTF-8 stays as it is; the rest is decoded all the same.
    out = out.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return bytes;
      }
    });
  }
  return out;
}
