import type { LogEvent } from '@deskbell/protocol/events.js';
import { seenBy, summaryFor } from '@deskbell/protocol/projection.js';
import type { Deps } from '../deps.js';
import { CATCH_UP, FIRST_PAGE, newestThatFit } from '../domain/pages.js';
import { mustRead } from '../domain/permissions.js';
import { summaryOf } from '../domain/summary-of.js';
import type { ConversationRow } from '../store/store.js';
import type { Caller } from './caller.js';

/** What follows `after`; the newest events where that is nothing, or too much. */
async function eventsOf({ store }: Deps, row: ConversationRow, after: number | undefined): Promise<readonly LogEvent[]> {
  const missed = after === undefined ? undefined : row.seq - after;
  if (missed === 0) return [];
  const known = missed !== undefined && missed > 0 && missed <= CATCH_UP;
  const events = known
    ? await store.eventsAfter(row.id, row.seq - missed, missed)
    : await store.eventsBefore(row.id, row.seq + 1, FIRST_PAGE);
  return newestThatFit(events);
}

/** Tells the caller what a conversation has, and from then on everything that comes. Throws `not-found` where it is not theirs to see. */
export async function openLog(deps: Deps, caller: Caller, conversation: string, after: number | undefined): Promise<void> {
  const { person, side } = caller;
  // From here on nothing is missed: what is told from now on is held back until the log has been told.
  caller.hold(conversation);
  try {
    await deps.hub.subscribed();
    const row = mustRead(person, await deps.store.conversation(person.workspace, conversation));
    const events = await eventsOf(deps, row, after);
    await caller.tellWhole({
      type: 'conversation.opened',
      conversation: summaryFor(side, summaryOf(row)),
      events: events.map((event) => seenBy(side, event)),
    });
    caller.release(row);
  } catch (fault) {
    caller.unfollow(conversation);
    throw fault;
  }
}
