import type { Named } from '@deskbell/protocol/people.js';
import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { ending, tellEnding } from './ending.js';
import { settingsOf } from './settings-of.js';
import { tellAgain } from './tell.js';

/** The agent ends the conversation, or the customer leaves it. */
export const endConversation: Action<'conversation.end'> = async (deps, caller, { id, conversation }) => {
  const { person, author, side } = caller;
  const settings = settingsOf(deps, person.workspace);
  let offered: Named | undefined;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    offered = row.offer?.agent;
    const phase = step(person, side === 'customer' ? 'leave' : 'end', row);
    return ending(settings, row, { phase, id, at: deps.now(), by: author }, deps.newId);
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.ended');
  await tellEnding(deps, caller, changed, offered);
};
