/** What somebody chose last, by device, and how their voice is treated. */
export interface Preferences {
  readonly microphone?: string | undefined;
  readonly camera?: string | undefined;
  readonly speaker?: string | undefined;
  readonly echoCancellation?: boolean | undefined;
  readonly noiseSuppression?: boolean | undefined;
  readonly autoGainControl?: boolean | undefined;
}

/** The part of a Storage that is needed. */
export type PreferenceStore = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'deskbell:devices';

/** Keeps what was chosen in this browser. Where nothing can be kept (private windows, full stores) it is known as long as the page is. */
export class KeptPreferences {
  readonly #store: PreferenceStore | undefined;
  #now: Preferences = {};

  constructor(store: () => PreferenceStore) {
    try {
      this.#store = store();
      const kept: unknown = JSON.parse(this.#store.getItem(KEY) ?? '{}');
      if (typeof kept === 'object' && kept !== null) this.#now = kept;
    } catch {
      // A store that is forbidden throws when it is touched.
    }
  }

  get now(): Preferences {
    return this.#now;
  }

  change(change: Preferences): void {
    this.#now = { ...this.#now, ...change };
    try {
      this.#store?.setItem(KEY, JSON.stringify(this.#now));
    } catch {
      // It is full.
    }
  }
}
