import type { LogEventOf } from '@deskbell/protocol/events.js';
import type { Sealed } from '@deskbell/protocol/forms.js';
import type { AuditEntry } from '../audit/entry.js';
import type { ConversationRow } from './store.js';

/** A workspace's pair of keys, as it is kept. */
export interface VaultKeyRow {
  readonly workspace: string;
  readonly id: string;
  /** P-256 as an uncompressed point, base64url. */
  readonly publicKey: string;
  /** The private key, wrapped with the relay's master key. */
  readonly wrapped: string;
  readonly madeAt: number;
  /** Since when nothing new is sealed for it; null for the newest. */
  readonly retiredAt: number | null;
}

export type NewVaultKey = Omit<VaultKeyRow, 'retiredAt'>;

/** A masked value as it is kept. */
export interface SealedValue extends Sealed {
  readonly conversation: string;
  /** The id of the `form.sent` event. */
  readonly form: string;
  readonly field: string;
  /** The id of the key it is sealed for. */
  readonly key: string;
  /** When it goes by itself, ms; null: never. */
  readonly expiresAt: number | null;
}

/** What a reveal is decided on, as it is saved at one moment. */
export interface RevealBasis {
  readonly row: ConversationRow;
  readonly sent: LogEventOf<'form.sent'>;
  /** Null where nobody has filled it in. */
  readonly answered: LogEventOf<'form.answered'> | null;
  readonly sealed: readonly SealedValue[];
  /** What was saved of the settings last, where anything was; unchecked. */
  readonly saved: { readonly version: number; readonly vault: unknown } | null;
}

/** Which form of which conversation. */
export interface FormPlace {
  readonly workspace: string;
  readonly conversation: string;
  /** The id of the `form.sent` event. */
  readonly form: string;
}

/** The part of the store that keeps keys and sealed values. Nothing that comes out of it can be read without the relay's master key. */
export interface VaultStore {
  /** Every key, of one workspace or of all, the oldest first. */
  vaultKeys(workspace?: string): Promise<VaultKeyRow[]>;
  /** The one of this id, or the newest. */
  vaultKey(workspace: string, id?: string): Promise<VaultKeyRow | undefined>;
  /** Saves a workspace's first key, unless it has one: then that is given back. */
  makeVaultKey(key: NewVaultKey): Promise<VaultKeyRow>;
  /** Saves a key that new values are sealed for from now on, with its line in the audit trail. */
  rotateVaultKey(key: NewVaultKey, written: (before: string | null) => AuditEntry): Promise<void>;
  /** Wraps every key anew, all of them or none. */
  rewrapVaultKeys(rewrap: (key: VaultKeyRow) => Promise<string>): Promise<void>;
  /**
   * Forgets keys that were retired before a moment (ms), that nothing is sealed for, and that no form of an open conversation can be sealed
   * for any more; each with its line. Gives their ids.
   */
  dropVaultKeys(workspace: string, before: number, written: (key: string) => AuditEntry): Promise<string[]>;

  /** Values that are sealed for another key than this one, by place; behind `after`, at most `limit`. */
  sealedForOthers(workspace: string, key: string, after: SealedValue | null, limit: number): Promise<SealedValue[]>;
  /** Puts what is sealed anew in the place of what was read; false where that is not there any more. */
  resealValue(workspace: string, read: SealedValue, anew: SealedValue): Promise<boolean>;

  /** Undefined where there is no such form in that conversation, or no such conversation. */
  revealBasis(place: FormPlace): Promise<RevealBasis | undefined>;
  /**
   * Writes down what a reveal led to. `decide` is asked with everything as it stands in that transaction, in which nobody else writes into
   * the trail; `again` where the same request was revealed before. What it throws is not written down.
   */
  recordReveal(place: FormPlace, request: string, decide: (basis: RevealBasis, again: boolean) => readonly AuditEntry[]): Promise<void>;
}
