import type { CobrowseEnd, MirrorSide, ToldKind } from '@deskbell/protocol/cobrowse.js';
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

/** Something of one co-browse session. A customer who typed a code has no id but the session's. */
interface OfCobrowse extends Of {
  readonly session: string;
  /** Left out where it belongs to no chat. */
  readonly conversation?: string | undefined;
}

/** Of a code that somebody typed: where, and what tells one address from another (a keyed hash), but neither code nor address. */
interface Typed {
  readonly site: string;
  readonly from: string;
}

/** Who saw what of whose page, and when. Pages are as the customer's browser tells of them: origin and path, masked by the rules. */
type CobrowseEntry =
  | (OfCobrowse & { readonly what: 'cobrowse.asked' | 'cobrowse.code-made' | 'cobrowse.allowed' | 'cobrowse.refused' })
  | (Of & Typed & { readonly what: 'cobrowse.code-wrong' })
  | (OfCobrowse & Typed & { readonly what: 'cobrowse.redeemed' })
  | (OfCobrowse & { readonly what: 'cobrowse.joined'; readonly side: MirrorSide })
  | (OfCobrowse & { readonly what: `cobrowse.${ToldKind}`; readonly page?: string | undefined })
  | (OfCobrowse & { readonly what: 'cobrowse.ended'; readonly why: CobrowseEnd });

/** What is written into the audit trail. No value, and of customers nothing but ids. */
export type AuditEntry =
  | CobrowseEntry
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
