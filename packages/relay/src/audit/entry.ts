import type { Author, Named } from '@deskbell/protocol/people.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';

interface Of {
  /** By the relay's clock, ms. */
  readonly at: number;
  readonly who: Author;
}

/** Something of one form that was sent in a conversation; `form.id` is the one in the settings. */
interface OfForm extends Of {
  readonly conversation: string;
  readonly form: Named;
  /** The id of the request. */
  readonly request: string;
  /** Why, as who asked said it. */
  readonly reason?: string | undefined;
}

/** What is written into the audit trail. No value, and of customers nothing but ids. */
export type AuditEntry =
  | (OfForm & { readonly what: 'value.revealed'; readonly field: string })
  | (OfForm & { readonly what: 'reveal.refused'; readonly fields: readonly string[]; readonly why: RefusalCode })
  | (Of & { readonly what: 'key.rotated'; readonly key: string; readonly before: string | null })
  | (Of & { readonly what: 'key.dropped'; readonly key: string })
  | (Of & { readonly what: 'values.resealed'; readonly key: string; readonly values: number; readonly broken: number })
  | (Of & { readonly what: 'customer.erased'; readonly customer: string; readonly conversations: number; readonly values: number })
  | (Of & { readonly what: 'settings.changed'; readonly version: number; readonly parts: readonly string[] })
  | (Of & { readonly what: 'audit.read'; readonly how: 'pages' | 'export'; readonly conversation?: string | undefined });

/** One line of a trail: its number, the text that was hashed, and the hash. */
export interface AuditLine {
  readonly n: number;
  readonly line: string;
  readonly hash: string;
}

/** A place in a trail: how many lines there are, and the hash of the last. */
export type AuditHead = Pick<AuditLine, 'n' | 'hash'>;
