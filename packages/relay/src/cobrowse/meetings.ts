import type { Cobrowse, MirrorSide, Told } from '@deskbell/protocol/cobrowse.js';

/** Who a pass is for. */
export interface Joining {
  readonly session: Cobrowse;
  readonly side: MirrorSide;
  readonly workspace: string;
  /** The key of the customer's site; null for an agent. */
  readonly site: string | null;
}

/** What a customer's page tells. */
export interface MirrorTold {
  readonly what: Told;
  /** Origin and path. */
  readonly page?: string | undefined;
}

/** What the sockets of co-browse need of sessions, wherever those are kept. */
export interface CobrowsePort {
  /** Undefined where a pass is not good, or not any more: each is good once. */
  takePass(pass: string): Promise<Joining | undefined>;
  /** The session as it is now; undefined where there is none. */
  find(workspace: string, id: string): Promise<Cobrowse | undefined>;
  tell(joining: Joining, told: MirrorTold): Promise<void>;
  /** A side of these is there; said about once a minute. */
  see(side: MirrorSide, sessions: readonly string[]): Promise<void>;
}
