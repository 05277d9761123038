import type { SeenEvent } from '@deskbell/protocol/events.js';
import { withReaction, type Given } from '@deskbell/protocol/reactions.js';

/** What is given to each message of a log, by its `seq`. What was looked at once is not looked at again. */
export class ReactionLog {
  readonly given = new Map<number, Given>();

  /** Takes what follows in the log. Returns the messages that have another reaction now. */
  take(events: readonly SeenEvent[]): number[] {
    return events.flatMap((event) => {
      if (event.type !== 'message.reacted') return [];
      this.given.set(event.message, withReaction(this.given.get(event.message) ?? new Map(), event.by, event.emoji));
      return [event.message];
    });
  }

  /** Begins anew with these. */
  restart(events: readonly SeenEvent[]): void {
    this.given.clear();
    this.take(events);
  }
}
