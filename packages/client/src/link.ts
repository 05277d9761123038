import type { Command } from '@deskbell/protocol/commands.js';
import type { RelayEvent } from '@deskbell/protocol/events.js';
import type { Connection } from './connection.js';

/** A way to the relay: a socket of one's own, or the one that all tabs share. It comes back by itself until it is closed. */
export interface Link {
  readonly connection: Connection;
  /** Whether the socket is this tab's own. Only then it sends what the outbox keeps. */
  readonly owns: boolean;
  connect(): void;
  /** Sends, where the connection is open; what must not be lost belongs into an outbox. */
  send(command: Command): void;
  /** Leaves and comes back with a new token, as somebody else perhaps. */
  reopen(): void;
  close(): void;
}

/** Where a link tells what it hears. */
export interface LinkListener {
  told(event: RelayEvent): void;
  changed(connection: Connection): void;
}
