import { mustNote } from '../domain/noting.js';
import type { Action } from './action.js';
import { tellAgain, tellChange } from './tell.js';

/** Writes down something about the customer, for agents only (INF 4, P13). */
export const addNote: Action<'note.add'> = async (deps, caller, { id, conversation, text }) => {
  const { person, author } = caller;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    mustNote(person, row);
    return { row: { noted: true }, events: [{ type: 'note.added', id, at: deps.now(), by: author, text }] };
  });
  if (changed.again) return tellAgain(caller, changed, 'note.added');
  tellChange(deps, caller, changed);
};
