import type { LineListener, Signalling } from '../link/signalling.js';

/** Ends in the same page speak with each other; words take a turn of the event loop, and what is said to nobody is lost. */
export class PageSignalling {
  readonly #listeners = new Map<string, LineListener>();
  /** Lost, as if the relay was away. */
  isCut = false;

  of(me: string): Signalling {
    return {
      open: (peer, listener) => {
        const [mine, theirs] = [`${me}>${peer}`, `${peer}>${me}`];
        const open = (): void => void setTimeout(() => this.#listeners.get(mine) === listener && !this.isCut && listener.opened());
        this.#listeners.set(mine, listener);
        open();
        return {
          say: (word) => {
            const text = JSON.stringify(word);
            if (!this.isCut) setTimeout(() => this.#listeners.get(theirs)?.heard(JSON.parse(text)));
          },
          again: open,
          close: () => void this.#listeners.delete(mine),
        };
      },
    };
  }
}
