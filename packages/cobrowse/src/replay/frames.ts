import { contentOf, isConnected } from './dom.js';
import { emptyFrame, shutIn } from './inner-frame.js';

/** No page has more frames in the view: each is a document of its own. */
const MAX_FRAMES = 100;

/** The frames of a page, in which the player writes: it notices where one was led away from what it wrote. */
export class Frames {
  readonly #written = new Map<Element, Document | null>();
  readonly #lost: () => void;

  constructor(lost: () => void) {
    this.#lost = lost;
  }

  /** Takes a frame that is on no page yet. False where there are too many. */
  add(frame: Element): boolean {
    if (this.#written.size > MAX_FRAMES) return false;
    shutIn(frame);
    this.#written.set(frame, null);
    frame.addEventListener('load', () => this.#isLedAway(frame) && this.#lost());
    return true;
  }

  /** Empties the document of a frame that is on the page; undefined where it has none. */
  empty(frame: Element, quirks: boolean): Document | undefined {
    const document = emptyFrame(frame, quirks);
    this.#written.set(frame, document ?? null);
    return document;
  }

  forget(frame: Element): void {
    this.#written.delete(frame);
  }

  /** Where the browser cannot move them as they are, frames load anew when they go elsewhere. */
  check(): void {
    for (const frame of this.#written.keys()) if (this.#isLedAway(frame)) return this.#lost();
  }

  #isLedAway(frame: Element): boolean {
    const written = this.#written.get(frame);
    return !!written && isConnected(frame) && contentOf(frame) !== written;
  }
}
