import type { Duplex } from 'node:stream';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import type { RelaySocket, Visitor } from './relay-socket.js';

/** Somebody who asks for a socket. */
export interface Knock {
  /** What follows the path in the address that was asked for. */
  readonly query: URLSearchParams;
  /** Where they come from, for the limits. */
  readonly address: string;
  /** A page of a site or a desk; undefined where it is no browser. */
  readonly origin: string | undefined;
}

/** Receives one who was let in. */
export type Welcome = (socket: RelaySocket, stream: Duplex) => Visitor;

/** One kind of sockets: where they are opened, and who is behind them. */
export interface Door {
  readonly path: string;
  /** The largest frame that is taken, in bytes. */
  readonly largest: number;
  hasRoomFor(address: string): boolean;
  /** Says who receives them, or why nobody does. */
  open(knock: Knock): Welcome | RefusalCode | Promise<Welcome | RefusalCode>;
  /** How many are open. */
  readonly size: number;
  /** One look at each, for what has to happen without a frame. */
  check(now: number): void;
  /** Says goodbye to all; settles when they are gone. */
  drain(): Promise<void>;
  /** Cuts whoever is still there. */
  terminate(): void;
}
