import type { Mask, Masker } from '../mask/masker.js';
import { attributeNamesOf, attributeOf } from '../natives.js';

/** What a blank keeps, so that it stands where it stood. */
const PLACES = new Set(['class', 'style', 'id', 'slot', 'hidden', 'dir']);
/** They do nothing on the other side, or hold a page of their own. */
const NEVER = new Set(['nonce', 'integrity', 'srcdoc', 'ping']);

export const isMirrored = (name: string) => !NEVER.has(name) && !name.startsWith('on');

/** The attributes of an element as they may be seen: name, value, name, value ... */
export function seenAttributes(element: Element, mask: Mask, masker: Masker, isBlank: boolean): string[] {
  const seen: string[] = [];
  for (const name of attributeNamesOf(element)) {
    if (!isMirrored(name) || (isBlank && !PLACES.has(name))) continue;
    const value = masker.attribute(element, name, attributeOf(element, name) ?? '', mask);
    if (value !== null) seen.push(name, value);
  }
  return seen;
}

/** One of them, where it may be seen and is there. */
export function seenAttribute(element: Element, name: string, mask: Mask, masker: Masker): string | null {
  const value = attributeOf(element, name);
  if (value === null || !isMirrored(name) || (masker.isBlocked(mask) && !PLACES.has(name))) return null;
  return masker.attribute(element, name, value, mask);
}
