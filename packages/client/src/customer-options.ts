import type { Storage } from './storage.js';
import type { Surroundings } from './surroundings.js';
import type { Tabs } from './tabs.js';

/** The relay's address (`https://relay.example`) and the site's public key; the rest is for tests and stories. */
export interface CustomerOptions extends Partial<Surroundings> {
  readonly relay: string;
  readonly siteKey: string;
  readonly storage?: Storage;
  /** The other tabs; null where this one is to be by itself. */
  readonly tabs?: Tabs | null;
}
