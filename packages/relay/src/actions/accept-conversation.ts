import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import { slotsOf } from '../routing/standing.js';
import { tellSlots } from '../routing/tell-status.js';
import type { Action } from './action.js';
import { tellAgain, tellChange, tellQueue } from './tell.js';
import { settingsOf } from './settings-of.js';

/** An agent takes a waiting conversation. Of several at once one gets it, since the row is locked while it is decided, and nobody more than they have slots for. */
export const acceptConversation: Action<'conversation.accept'> = async (deps, caller, { id, conversation }) => {
  const { person, author } = caller;
  const { workspace } = person;
  const agent = { id: person.id, name: person.name };
  const slots = slotsOf(settingsOf(deps, workspace), person.id);
  const changed = await deps.store.changeForAgent(workspace, conversation, id, person.id, (row, { load, seenUntil }) => {
    const at = deps.now();
    const phase = step(person, 'accept', row);
    // Nobody would look after it, nor take it back.
    if (seenUntil === null) throw new RelayError('not-there', 'you have signed out');
    // What is being offered to them takes a slot of theirs already.
    if (!row.offer && load >= slots) throw new RelayError('no-slot');
    return {
      row: { phase, agent, acceptedAt: at, offer: null, refused: {} },
      events: [{ type: 'conversation.accepted', id, at, by: author, agent }],
      timers: { offer: null, wait: null },
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.accepted');
  tellChange(deps, caller, changed);
  tellQueue(deps, changed.row);
  await tellSlots(deps, workspace, [person.id]);
};
