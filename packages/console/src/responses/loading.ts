import { msg } from '@lit/localize';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';

/** The library as an element has it: not yet, there, or with a sentence why not. */
export class Loading {
  library: ResponseLibrary | undefined;
  fault = '';
  /** The version that was asked for last. */
  version: string | null = null;
  #asked = 0;

  /**
   * Loads the library, and with the first one what shows it: the console does not pay for those before somebody opens it. What was there
   * before stays till the new one is.
   */
  async load(version: string | null, fetch: () => Promise<ResponseLibrary | undefined>): Promise<void> {
    const asked = ++this.#asked;
    this.version = version;
    this.fault = '';
    try {
      const [library] = await Promise.all([fetch(), import('../response-library/response-library.js')]);
      if (asked === this.#asked) this.library = library;
    } catch (error) {
      // What `fetch` and `import` throw where nobody was reached; anything else is a bug.
      if (!(error instanceof RelayError || error instanceof TypeError)) throw error;
      if (asked === this.#asked) this.fault = msg('The standard responses could not be loaded. What you wrote is kept.');
    }
  }
}
