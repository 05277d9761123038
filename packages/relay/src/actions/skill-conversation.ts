import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { mustModify } from './must-modify.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange } from './tell.js';

/** Other skills are asked for, where the workspace lets agents say so (INF 5). */
export const skillConversation: Action<'conversation.skill'> = async (deps, caller, { id, conversation, skills }) => {
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  mustModify(settings, skills);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => ({
    row: { phase: step(person, 'skill', row), skills },
    events: [{ type: 'conversation.skilled', id, at: deps.now(), by: author, skills }],
  }));
  if (changed.again) return tellAgain(caller, changed, 'conversation.skilled');
  tellChange(deps, caller, changed);
  deps.wake(person.workspace);
};
