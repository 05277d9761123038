import type { Channel } from './tabs.js';

/** A channel on which nothing is lost that comes before its listeners are there: it is heard with `begin`, in its order. */
export class EarlyChannel implements Channel {
  readonly #channel: Channel;
  readonly #listeners: ((message: unknown) => void)[] = [];
  #held: unknown[] | undefined = [];
  #isClosed = false;

  constructor(channel: Channel) {
    this.#channel = channel;
    channel.listen((message) => {
      if (this.#held) this.#held.push(message);
      else this.#tell(message);
    });
  }

  /** Whoever is to listen does. */
  begin(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const message of held) this.#tell(message);
  }

  /** After the end it is not to be heard any more. */
  post(message: unknown): void {
    if (!this.#isClosed) this.#channel.post(message);
  }

  listen(listener: (message: unknown) => void): void {
    this.#listeners.push(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#channel.close();
  }

  #tell(message: unknown): void {
    for (const listener of this.#listeners) listener(message);
  }
}
