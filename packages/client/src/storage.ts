import { clear, createStore, del, entries, get, set } from 'idb-keyval';

/** A place that keeps values over a reload. Everything may reject: private modes, full disks, blocked cookies. */
export interface Storage {
  entries(): Promise<[string, unknown][]>;
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  clear(): Promise<void>;
}

/** A database of the browser, shared by all tabs of the origin. */
export function browserStorage(name: string): Storage {
  const store = createStore(name, 'kept');
  return {
    entries: () => entries<string, unknown>(store),
    get: (key) => get<unknown>(key, store),
    set: (key, value) => set(key, value, store),
    del: (key) => del(key, store),
    clear: () => clear(store),
  };
}

/** Values that go on in memory where the browser refuses to keep anything, and say so. */
export class KeptValues {
  readonly #storage: Storage;
  readonly #refused: () => void;
  readonly #memory = new Map<string, unknown>();
  #keeps = true;

  /** @param refused told once, when the browser turns out to keep nothing. */
  constructor(storage: Storage, refused: () => void) {
    this.#storage = storage;
    this.#refused = refused;
  }

  get keeps(): boolean {
    return this.#keeps;
  }

  async entries(): Promise<[string, unknown][]> {
    await this.#try(async (storage) => {
      for (const [key, value] of await storage.entries()) this.#memory.set(key, value);
    });
    return [...this.#memory];
  }

  /** Looks again each time, as another tab may have written meanwhile. */
  async get(key: string): Promise<unknown> {
    await this.#try(async (storage) => this.#memory.set(key, await storage.get(key)));
    return this.#memory.get(key);
  }

  async set(key: string, value: unknown): Promise<void> {
    this.#memory.set(key, value);
    await this.#try((storage) => storage.set(key, value));
  }

  async del(key: string): Promise<void> {
    this.#memory.delete(key);
    await this.#try((storage) => storage.del(key));
  }

  async clear(): Promise<void> {
    this.#memory.clear();
    await this.#try((storage) => storage.clear());
  }

  async #try(act: (storage: Storage) => Promise<unknown>): Promise<void> {
    if (!this.#keeps) return;
    try {
      await act(this.#storage);
    } catch {
      this.#keeps = false;
      this.#refused();
    }
  }
}
