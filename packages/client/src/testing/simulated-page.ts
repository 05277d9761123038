import type { Page, Sign } from '../page.js';

/** A page whose signs a test gives. */
export class SimulatedPage implements Page {
  readonly address: string;
  readonly #listeners = new Set<(sign: Sign) => void>();
  #visible = true;
  #online = true;

  constructor(address = 'https://shop.example/lamps') {
    this.address = address;
  }

  get visible(): boolean {
    return this.#visible;
  }

  get online(): boolean {
    return this.#online;
  }

  watch(listener: (sign: Sign) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Hidden pages give no sign; they are only not visible any longer. */
  hide(): void {
    this.#visible = false;
  }

  sign(sign: Sign): void {
    if (sign === 'visible') this.#visible = true;
    if (sign === 'online' || sign === 'offline') this.#online = sign === 'online';
    for (const listener of [...this.#listeners]) listener(sign);
  }
}
