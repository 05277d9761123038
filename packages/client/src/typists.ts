import type { Author } from '@deskbell/protocol/people.js';
import type { Clock, Timer } from './clock.js';
import { TYPING_FADES } from './typing.js';

/** Who is typing on the other side. Whoever is not heard of again is let go. */
export class Typists {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #all = new Map<string, { author: Author; fade: Timer }>();

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get authors(): Author[] {
    return [...this.#all.values()].map(({ author }) => author);
  }

  set(author: Author, on: boolean): void {
    const before = this.#all.get(author.id);
    if (!before && !on) return;
    this.#clock.clearTimeout(before?.fade);
    this.#all.delete(author.id);
    if (on) {
      const fade = this.#clock.setTimeout(() => {
        this.set(author, false);
      }, TYPING_FADES);
      this.#all.set(author.id, { author, fade });
    }
    if (!before || !on) this.#changed();
  }

  clear(): void {
    for (const { author } of this.#all.values()) this.set(author, false);
  }
}
