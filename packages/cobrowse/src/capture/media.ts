import { MEDIA, PAGE_BITS, type MirroredPage } from '../sink.js';
import { attributeOf, findIn, hear, scrollerOf } from '../natives.js';

type Realm = Window & typeof globalThis;

/** What rules that ask the browser are answered here. */
function mediaIn(window: Realm): number {
  let bits = 0;
  MEDIA.forEach((query, at) => (bits |= Number(window.matchMedia(query).matches) << at));
  const [meta] = findIn(window.document, 'head > meta[name=color-scheme i]');
  const schemes = (meta && attributeOf(meta, 'content')) ?? '';
  return bits | (/\blight\b/i.test(schemes) ? PAGE_BITS.light : 0) | (/\bdark\b/i.test(schemes) ? PAGE_BITS.dark : 0);
}

/** The viewport and how it shows things. The browser lays the page out to tell. */
export function sizeOf(window: Realm): Pick<MirroredPage, 'width' | 'height' | 'media' | 'bar'> {
  const { innerWidth: width, innerHeight: height, document } = window;
  const root = scrollerOf(document);
  const bar = root && root.scrollHeight > root.clientHeight ? Math.max(0, width - root.clientWidth) : undefined;
  return { width, height, media: mediaIn(window), bar };
}

/** Hears where the customer's browser answers otherwise from now on: night falls, or a mouse is plugged in. */
export function hearMedia(window: Realm, signal: AbortSignal, changed: () => void) {
  for (const query of MEDIA) hear(window.matchMedia(query), 'change', signal, changed);
}
