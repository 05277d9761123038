import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { tellAgain, tellChange, tellQueue } from './tell.js';

/** An agent takes a waiting conversation. Of several at once one gets it, since the row is locked while it is decided. */
export const acceptConversation: Action<'conversation.accept'> = async (deps, caller, { id, conversation }) => {
  const { person, author } = caller;
  const agent = { id: person.id, name: person.name };
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const at = deps.now();
    return {
      row: { phase: step(person, 'accept', row), agent, acceptedAt: at },
      events: [{ type: 'conversation.accepted', id, at, by: author, agent }],
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.accepted');
  tellChange(deps, caller, changed);
  tellQueue(deps, changed.row);
};
