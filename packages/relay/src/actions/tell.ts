import { RelayError } from '@deskbell/protocol/refusals.js';
import { seenBy } from '@deskbell/protocol/projection.js';
import type { Deps } from '../deps.js';
import { topics } from '../hub/hub.js';
import { tellCobrowseOf } from '../routing/tell-cobrowse.js';
import { tellRow } from '../routing/tell-row.js';
import type { Changed, ConversationRow } from '../store/store.js';
import type { Caller } from './caller.js';

/** Tells everybody concerned what a command has changed. The asker learns by the same events, also where they do not follow the conversation. */
export function tellChange(deps: Deps, caller: Caller, { row, events, cobrowse }: Changed): void {
  // Asked before: what they have done may put them out.
  const follows = caller.follows(row.id);
  for (const event of events) {
    deps.hub.publish(topics.conversation(row.id), { kind: 'logged', event });
    if (!follows) caller.tell(seenBy(caller.side, event));
  }
  tellRow(deps.hub, row, events);
  tellCobrowseOf(deps.hub, { cobrowse });
}

/** Places in a queue are different now. */
export function tellQueue({ hub }: Pick<Deps, 'hub'>, row: ConversationRow): void {
  hub.publish(topics.queues(row.workspace), { kind: 'moved', queue: row.queue.id });
}

/**
 * Answers a command that was performed before with what it had led to. Throws `id-used` where the id is another command's: another kind of
 * event came of it, or somebody else's.
 */
export function tellAgain(caller: Caller, { events }: Changed, type: Changed['events'][number]['type']): void {
  for (const event of events) {
    if (event.type !== type || event.by.id !== caller.person.id || event.by.role !== caller.person.role) throw new RelayError('id-used');
    caller.tell(seenBy(caller.side, event));
  }
}
