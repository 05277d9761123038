import type { Cobrowse, Told } from '@deskbell/protocol/cobrowse.js';

/**
 * One end of a co-browse session: what is sent here comes out there, in order and once, sealed with a key that only the two ends have, by whichever
 * way there is (a data channel between the two, or the relay, which passes on what it cannot read). A frame may be of any size.
 */
export interface Channel {
  /** Bytes handed to `send` that the other side has not taken yet: what a slow agent, or a slow network, is behind. */
  readonly waiting: number;
  /** Which way frames take now; undefined where the other side is not there. */
  readonly way: 'peer' | 'relay' | undefined;
  /** Six digits, alike at both ends where nobody is between them: for two who are on the phone. Undefined where the other side is not there. */
  readonly safety: string | undefined;
  /** Dropped without a word where the other side is not there: `met` begins anew. */
  send(frame: Uint8Array): void;
  /** For the audit trail of the relay, or that the customer stopped; the customer's side only. */
  tell(what: Told, page?: string): void;
  close(): void;
}

/** Who listens at one end. */
export interface ChannelListener {
  /** The other side is there, for the first time or again, and knows nothing: the customer's begins from a fresh snapshot. */
  met(): void;
  frame(frame: Uint8Array): void;
  /** The other side is away, or is not reached, or (`elsewhere`) this end's place was taken by another tab, and the channel is closed. */
  parted(why: 'away' | 'unreachable' | 'elsewhere'): void;
  /** The session is over, for good; the channel is closed. */
  ended(why: string): void;
  /** The relay told how the session stands: the code was typed, or the customer allowed it. */
  changed?(session: Cobrowse): void;
}

/** The first byte of a frame: what is behind it. */
export const FRAME = {
  /** From the customer: a part of the mirror's stream, as `wire/` writes it. */
  mirror: 1,
  /** Either way: a word, as JSON in UTF-8. */
  word: 2,
} as const;
