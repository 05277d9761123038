import type { Deps } from '../deps.js';
import { Counts } from './counts.js';
import type { Guest } from './guest.js';
import type { Limits } from './limits.js';

export interface GuestDeps extends Pick<Deps, 'hub' | 'directory' | 'metrics' | 'log' | 'now' | 'newId'> {
  readonly limits: Limits;
}

/** All who came through one door. */
export class Guests<G extends Guest> {
  readonly all = new Set<G>();
  readonly #addresses = new Counts();
  readonly #limits: Limits;
  #emptied: (() => void) | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  hasRoomFor(address: string): boolean {
    return this.#addresses.get(address) < this.#limits.guestsPerAddress;
  }

  add(guest: G): void {
    this.all.add(guest);
    this.#addresses.add(guest.address, 1);
  }

  remove(guest: G): void {
    if (!this.all.delete(guest)) return;
    this.#addresses.add(guest.address, -1);
    if (this.all.size === 0) this.#emptied?.();
  }

  check(now: number): void {
    for (const guest of this.all) guest.check(now);
  }

  terminate(): void {
    for (const guest of this.all) guest.terminate();
  }

  /** Says goodbye to all: come back at once, another relay or the next one is there. */
  async drain(): Promise<void> {
    for (const guest of this.all) guest.close('restart');
    if (this.all.size > 0) await new Promise<void>((resolve) => (this.#emptied = resolve));
  }
}
