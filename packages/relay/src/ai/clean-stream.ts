import { cleanText } from '@deskbell/protocol/text.js';

/** What is decided by the next piece: half of a line end, and half of a pair of surrogates. */
const HALF = /[\r\ud800-\udbff]$/;

// Guarded at both ends, it keeps the white space there.
const cleanWithin = (text: string): string => cleanText(`.${text}.`).slice(1, -1);

/** Cleans text that comes in pieces as `cleanText` cleans the whole, and ends it at a length, in UTF-16 code units. */
export class CleanStream {
  readonly #limit: number;
  #half = '';
  /** White space, which is for nobody where nothing follows. */
  #space = '';
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether there is no room for more. */
  get isFull(): boolean {
    return this.#length >= this.#limit;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** What can be shown with this piece; often nothing. */
  take(piece: string): string {
    const raw = this.#half + piece;
    this.#half = HALF.exec(raw)?.[0] ?? '';
    const clean = this.#space + cleanWithin(raw.slice(0, raw.length - this.#half.length));
    const shown = clean.trimEnd();
    this.#space = this.isEmpty && shown === '' ? '' : clean.slice(shown.length);
    return this.#cut(this.isEmpty ? shown.trimStart() : shown);
  }

  #cut(text: string): string {
    const room = this.#limit - this.#length;
    if (text.length <= room) {
      this.#length += text.length;
      return text;
    }
    this.#length = this.#limit;
    const cut = text.slice(0, room);
    return cut.isWellFormed() ? cut : cut.slice(0, -1);
  }
}
