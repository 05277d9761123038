import type { CobrowseEnd, MirrorSide } from '@deskbell/protocol/cobrowse.js';
import type { Named } from '@deskbell/protocol/people.js';
import type { AuditEntry } from '../audit/entry.js';
import type { CobrowseHeld } from '../domain/cobrowse.js';
import type { Changed, ConversationRow, NewEvent } from './store.js';

/** A co-browse session as it is kept. */
export interface CobrowseRow extends CobrowseHeld {
  /** The id of the event that tells of its end, whoever ends it. */
  readonly endEvent: string;
}

export interface NewCobrowse {
  /** Made by the asker. */
  readonly id: string;
  readonly workspace: string;
  readonly by: CobrowseRow['by'];
  readonly agent: Named;
  readonly conversation: string | null;
  readonly at: number;
  readonly endEvent: string;
}

/** What a decision changes of a session. */
export interface CobrowseChange {
  readonly row: Partial<Pick<CobrowseRow, 'state' | 'agentSeen' | 'customerSeen' | 'endedAt' | 'end'>>;
  /** What the chat's log tells of it. */
  readonly event?: NewEvent | undefined;
  readonly audit: readonly AuditEntry[];
}

/** What a new session is saved with. */
export interface CobrowseBeginning {
  /** The chat's site; null where it belongs to none, or waits for its code. */
  readonly site: string | null;
  /** An HMAC of its code, and until when that is good; null where the customer is asked in the chat. */
  readonly code: { readonly hash: string; readonly until: number } | null;
  readonly event?: NewEvent | undefined;
  readonly audit: readonly AuditEntry[];
}

/** What a beginning is decided on: the chat where it is to belong to one, and what is alive already. */
export interface CobrowseBasis {
  readonly row: ConversationRow | undefined;
  /** Whether another session of that chat has not ended. */
  readonly isTaken: boolean;
  /** How many of that agent's have not ended. */
  readonly alive: number;
}

/** A session as it is after a change, and what its chat's log tells of it. `again`: it was so before, and nothing was written. */
export interface CobrowseChanged {
  readonly session: CobrowseRow;
  readonly talk: Changed | undefined;
  readonly again: boolean;
}

/** A session that ended with its chat. */
export interface EndedCobrowse {
  readonly id: string;
  readonly end: CobrowseEnd;
}

/** A code that somebody typed. */
export interface TypedCode {
  readonly workspace: string;
  /** The key of the site. */
  readonly site: string;
  /** A keyed hash of the address that it came from. */
  readonly from: string;
  /** An HMAC of the code. */
  readonly hash: string;
  readonly at: number;
}

/** What became of one: the session, or why not: nobody's code that is good now, or not looked at before so many milliseconds have passed. */
export type Redeemed = { readonly session: CobrowseRow } | { readonly wrong: true } | { readonly wait: number };

/** The part of the store that keeps co-browse sessions. */
export interface CobrowseStore {
  cobrowse(workspace: string, id: string): Promise<CobrowseRow | undefined>;
  /** Those that have not ended, the newest first: the agent's, or where none is named all of the workspace. */
  liveCobrowse(workspace: string, agent?: string): Promise<CobrowseRow[]>;
  /** How many have not ended, by state. */
  countCobrowse(): Promise<{ state: CobrowseRow['state']; count: number }[]>;
  /**
   * Saves a new session, with its event in the chat, its lines in the trail and its time-out. `decide` says with what, throws a RelayError to
   * refuse, and is asked anew where its code is another's. The same id by the same agent again brings back what is there; any other use of
   * it is `id-used`.
   */
  beginCobrowse(fresh: NewCobrowse, decide: (basis: CobrowseBasis) => CobrowseBeginning): Promise<CobrowseChanged>;
  /**
   * Locks the chat and the session, lets `decide` say what follows, and saves it with the event, the lines and the time-out. Null: nothing
   * does. Throws `not-found` where there is none of that id.
   */
  changeCobrowse(
    workspace: string,
    id: string,
    decide: (session: CobrowseRow, row: ConversationRow | undefined) => CobrowseChange | null,
  ): Promise<CobrowseChanged>;
  /** Looks at a typed code, if it may be looked at now: one that is right is used up, one that is wrong counts, and each is a line of the trail. */
  redeemCode(typed: TypedCode): Promise<Redeemed>;
  /** Keeps what a socket may be opened with, by its hash. */
  savePass(pass: {
    readonly hash: string;
    readonly session: string;
    readonly side: MirrorSide;
    readonly until: number;
    readonly at: number;
  }): Promise<void>;
  /** Takes a pass that is good and not used, with its line in the trail; undefined for any other, and where the session has ended. `customer`: the chat's. */
  takePass(
    hash: string,
    at: number,
    written: (session: CobrowseRow, side: MirrorSide, customer: string | undefined) => AuditEntry,
  ): Promise<{ readonly session: CobrowseRow; readonly side: MirrorSide } | undefined>;
  /** These sides were there at that moment. */
  seeCobrowse(side: MirrorSide, sessions: readonly string[], at: number): Promise<void>;
  /** Forgets a session that has ended. */
  forgetCobrowse(workspace: string, id: string): Promise<void>;
}
