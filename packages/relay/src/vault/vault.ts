import type { Sealed, VaultKey } from '@deskbell/protocol/forms.js';

/** Thrown where a sealed value does not open: it was tampered with, belongs to another place, or its key is gone. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
}

/** Opens what customers' browsers sealed. Nothing that comes out of it is kept, logged or cached by the relay. */
export interface Vault {
  /** What new values of a workspace are sealed for; made where there is none yet. */
  key(workspace: string): Promise<VaultKey>;
  /**
   * Opens one value, for one look.
   * @param key - The id of the key that it was sealed for; old ones still open what they sealed.
   * @param belongsTo - As `sealedFor` says it.
   * @throws BrokenSeal
   */
  open(workspace: string, key: string, sealed: Sealed, belongsTo: string): Promise<string>;
}
