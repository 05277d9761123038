import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import type { QueueSettings } from '../settings/schema/workspace.js';
import { hasMember, queueOf } from '../routing/queue-rules.js';
import { slotsOf } from '../routing/standing.js';
import type { Action } from './action.js';
import { tellAgain, tellChange, tellQueue } from './tell.js';
import { settingsOf } from './settings-of.js';

/** Throws `wrong-role` for agents in queues of which they are not members; one that is gone from the settings is anybody's (P5). */
function mustServe({ id, role }: Person, queue: QueueSettings | undefined): void {
  if (role === 'agent' && queue && !hasMember(queue, id)) throw new RelayError('wrong-role', `${queue.name} is for its members`);
}

/** An agent takes a waiting conversation. Of several at once one gets it, since the row is locked while it is decided, and nobody more than they have slots for. */
export const acceptConversation: Action<'conversation.accept'> = async (deps, caller, { id, conversation }) => {
  const { person, author } = caller;
  const { workspace } = person;
  const agent = { id: person.id, name: person.name };
  const settings = settingsOf(deps, workspace);
  const slots = slotsOf(settings, person.id);
  const changed = await deps.store.changeForAgent(workspace, conversation, id, person.id, (row, { load, seenUntil }) => {
    const at = deps.now();
    const phase = step(person, 'accept', row);
    if (!row.offer) mustServe(person, queueOf(settings, row.queue.id));
    // In another window, at this moment: what is accepted after that nobody would see.
    if (seenUntil === null) throw new RelayError('not-there', 'you have signed out');
    // What is being offered to them takes a slot of theirs already.
    if (!row.offer && load >= slots) throw new RelayError('no-slot');
    return {
      row: { phase, agent, acceptedAt: at, assignedAt: at, offer: null, refused: {} },
      events: [{ type: 'conversation.accepted', id, at, by: author, agent }],
      timers: { offer: null, wait: null, ...(settings.ai.arrival && { summary: at }) },
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.accepted');
  tellChange(deps, caller, changed);
  tellQueue(deps, changed.row);
  await deps.slots.tell(workspace, [person.id]);
};
