import type { Word } from './words.js';

/** What a way for words tells whoever opened it. */
export interface LineListener {
  /** Words go out from now on; what was said before is lost. Told again whenever the way was opened anew. */
  opened(): void;
  /** Not looked at yet: it may be anything. */
  heard(word: unknown): void;
}

/** A way for words to one other. */
export interface Line {
  /** What is said while it is not open is lost. */
  say(word: Word): void;
  /** Nothing comes back over it: it is opened anew. */
  again(): void;
  close(): void;
}

/** How the ends of a call find each other. */
export interface Signalling {
  /** @param peer - Who is to be spoken with, as the plan names them. */
  open(peer: string, listener: LineListener): Line;
}
