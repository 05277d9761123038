import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { tellAgain, tellChange, tellQueue } from './tell.js';

/** The agent ends the conversation, or the customer leaves it. */
export const endConversation: Action<'conversation.end'> = async (deps, caller, { id, conversation }) => {
  const { person, author, side } = caller;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const at = deps.now();
    return {
      row: { phase: step(person, side === 'customer' ? 'leave' : 'end', row), endedAt: at, awaitingSince: null },
      events: [{ type: 'conversation.ended', id, at, by: author }],
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.ended');
  tellChange(deps, caller, changed);
  // Whoever left before anybody accepted has made the queue shorter.
  if (changed.row.agent === null) tellQueue(deps, changed.row);
};
