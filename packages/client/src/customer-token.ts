import { postCustomer } from './http.js';
import type { KeptValues } from './storage.js';
import type { Tabs } from './tabs.js';

export interface CustomerTokenOptions {
  readonly relay: string;
  readonly siteKey: string;
  readonly fetch: typeof fetch;
  readonly kept: KeptValues;
  readonly tabs: Tabs | undefined;
}

const KEY = 'token';

/** The token that says which customer this browser is. One for all tabs; the relay alone knows whether it is still good. */
export class CustomerToken {
  readonly #options: CustomerTokenOptions;
  #given: unknown;

  constructor(options: CustomerTokenOptions) {
    this.#options = options;
  }

  /** The one that is kept; a new one of the same customer where that was refused; a new customer where there is none. */
  async give(refused: boolean): Promise<string> {
    const kept = await this.#options.kept.get(KEY);
    // Another tab may have renewed what was refused here.
    const usable = typeof kept === 'string' && !(refused && kept === this.#given);
    this.#given = usable ? kept : await this.renew();
    return this.#given as string;
  }

  /** A new token for the same customer, or for the one whom the site's server vouches for. */
  async renew(identity?: string): Promise<string> {
    const { relay, siteKey, fetch, kept, tabs } = this.#options;
    const make = async () => {
      const before = await kept.get(KEY);
      const { token } = await postCustomer(fetch, relay, {
        siteKey,
        ...(typeof before === 'string' && { token: before }),
        ...(identity && { identity }),
      });
      await kept.set(KEY, token);
      return token;
    };
    // One tab at a time: two that ask at once would be two customers.
    return tabs ? tabs.lock(KEY, make) : make();
  }
}
