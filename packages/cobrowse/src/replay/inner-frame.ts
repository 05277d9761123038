import { contentOf, setAttribute } from './dom.js';
import { writeDocument } from './write-document.js';

/**
 * Shuts a frame in before it is put anywhere: nothing in it runs, is sent, opens or leads anywhere, and what it fetches goes out without what the
 * agent's browser knows of a site (where it is able to). Its origin stays the view's, so that the view can write into it.
 */
export function shutIn(frame: Element): void {
  setAttribute(frame, 'sandbox', 'allow-same-origin');
  setAttribute(frame, 'credentialless', '');
  setAttribute(frame, 'referrerpolicy', 'no-referrer');
  // Not reached by the agent's keys.
  setAttribute(frame, 'tabindex', '-1');
}

/** Empties the document of a frame that is on the page; undefined where it has none. */
export function emptyFrame(frame: Element, quirks: boolean): Document | undefined {
  const document = contentOf(frame);
  if (!document) return undefined;
  writeDocument(document, quirks);
  return document;
}
