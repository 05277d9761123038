import type { Author } from '@deskbell/protocol/people.js';
import type { Log } from '@deskbell/protocol/fold.js';
import type { PendingMessage, PendingReaction } from './connection.js';

/** A conversation as its elements show it. A new object with every change, never changed in place. */
export interface ConversationView {
  readonly log: Log;
  /** One's own messages that are not in the log yet, in the order in which they were written. */
  readonly pending: readonly PendingMessage[];
  /** One's own reactions that are not in the log yet, the newest last. */
  readonly reacting: readonly PendingReaction[];
  /** Who is typing on the other side now. */
  readonly typing: readonly Author[];
  /** Whether there are older events to be fetched by `earlier`. */
  readonly hasEarlier: boolean;
  /** Whether an older page is on its way. */
  readonly fetchingEarlier: boolean;
}
