import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { tellAgain, tellChange } from './tell.js';

/** Puts an emoji under a message, in place of the one that this person gave before, or takes it back (CMP 6, L13). */
export const reactToMessage: Action<'message.react'> = async (deps, caller, { id, conversation, message, emoji }) => {
  const { person, author } = caller;
  // What is in a log stays as it is, so it can be looked at before the row is locked.
  const [target] = await deps.store.eventsAfter(conversation, message - 1, 1);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const phase = step(person, 'react', row);
    if (target?.type !== 'message.sent') throw new RelayError('not-found', 'message: there is no message with this seq');
    return { row: { phase }, events: [{ type: 'message.reacted', id, at: deps.now(), by: author, message, emoji }] };
  });
  if (changed.again) return tellAgain(caller, changed, 'message.reacted');
  tellChange(deps, caller, changed);
};
