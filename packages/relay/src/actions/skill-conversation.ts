import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange } from './tell.js';

/** Other skills are asked for, where the workspace lets agents say so (INF 5). */
export const skillConversation: Action<'conversation.skill'> = async (deps, caller, { id, conversation, skills }) => {
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  if (!settings.transfers.modifySkills) throw new RelayError('wrong-role', 'the workspace does not let agents change skills');
  const unknown = Object.keys(skills).filter((skill) => !settings.skills.some((known) => known.id === skill));
  if (unknown.length > 0) throw new RelayError('malformed', `skills: the workspace has no ${unknown.join(', ')}`);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => ({
    row: { phase: step(person, 'skill', row), skills },
    events: [{ type: 'conversation.skilled', id, at: deps.now(), by: author, skills }],
  }));
  if (changed.again) return tellAgain(caller, changed, 'conversation.skilled');
  tellChange(deps, caller, changed);
  deps.wake(person.workspace);
};
