import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { tellAgain, tellChange } from './tell.js';

/** The agent says how it came out, and is done with it. */
export const disposeConversation: Action<'conversation.dispose'> = async (deps, caller, { id, conversation, disposition, description }) => {
  const { person, author } = caller;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => ({
    row: { phase: step(person, 'dispose', row), disposition },
    events: [{ type: 'conversation.disposed', id, at: deps.now(), by: author, disposition, description: description ?? '' }],
  }));
  if (changed.again) return tellAgain(caller, changed, 'conversation.disposed');
  tellChange(deps, caller, changed);
};
