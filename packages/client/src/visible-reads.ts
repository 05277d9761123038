import type { Page } from './page.js';

/** What is shown counts as seen only while the page itself can be seen; what was shown meanwhile, as soon as somebody looks again. */
export class VisibleReads {
  readonly #page: Page;
  readonly #read: (conversation: string) => void;
  readonly #later = new Set<string>();
  readonly #unwatch: () => void;

  constructor(page: Page, read: (conversation: string) => void) {
    this.#page = page;
    this.#read = read;
    this.#unwatch = page.watch((sign) => {
      if (sign !== 'visible') return;
      for (const conversation of this.#later) read(conversation);
      this.#later.clear();
    });
  }

  add(conversation: string): void {
    if (this.#page.visible) this.#read(conversation);
    else this.#later.add(conversation);
  }

  close(): void {
    this.#unwatch();
  }
}
