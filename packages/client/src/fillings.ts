import type { RelayEvent } from '@deskbell/protocol/events.js';
import type { Clock, Timer } from './clock.js';

/** How far a customer is with a form. */
export interface Filling {
  readonly filled: number;
  readonly of: number;
}

/** Nothing was heard for so long, ms: whoever thinks about a field is still at it, whoever went is not. */
export const FILLING_FADES = 90_000;

/** The forms that customers are filling in now. Whatever is not heard of again is let go. */
export class Fillings {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #fades = new Map<string, Timer>();
  /** By the id of what was sent; a new map with every change. */
  all: ReadonlyMap<string, Filling> = new Map();

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  take(event: RelayEvent): void {
    if (event.type === 'form.reported') this.#put(event.form, { filled: event.filled, of: event.of });
    else if (event.type === 'form.answered') this.#drop(event.form);
  }

  clear(): void {
    for (const form of [...this.#fades.keys()]) this.#drop(form);
  }

  #put(form: string, filling: Filling): void {
    this.#clock.clearTimeout(this.#fades.get(form));
    const fade = this.#clock.setTimeout(() => {
      this.#drop(form);
    }, FILLING_FADES);
    this.#fades.set(form, fade);
    this.all = new Map([...this.all, [form, filling]]);
    this.#changed();
  }

  #drop(form: string): void {
    if (!this.#fades.has(form)) return;
    this.#clock.clearTimeout(this.#fades.get(form));
    this.#fades.delete(form);
    this.all = new Map([...this.all].filter(([id]) => id !== form));
    this.#changed();
  }
}
