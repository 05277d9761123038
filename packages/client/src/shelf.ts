/** Keeps what was fetched as long as its version is the one that is wanted. */
export class Shelf<T extends { readonly version: string }> {
  readonly #fetch: () => Promise<T>;
  #wanted: string | null = null;
  #fetched: Promise<T> | undefined;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** What is kept, where it is that version; else what is fetched now, by one request for all who ask meanwhile. */
  get(version: string | null): Promise<T> {
    if (this.#fetched && this.#wanted === version) return this.#fetched;
    const fetched = this.#fetch();
    this.#wanted = version;
    this.#fetched = fetched;
    const forget = () => {
      if (this.#fetched === fetched) this.#fetched = undefined;
    };
    // Another relay may not have the newest yet, and what failed is tried again.
    fetched.then((got) => got.version === version || forget(), forget);
    return fetched;
  }
}
