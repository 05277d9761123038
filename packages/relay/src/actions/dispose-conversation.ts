import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import { tellSlots } from '../routing/tell-status.js';
import { dispositionsOf } from '../settings/dispositions-of.js';
import type { Action } from './action.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange } from './tell.js';

/** The agent says how it came out, and is done with it. The dispositions are those of the queue that it was in last (END 5, END 6). */
export const disposeConversation: Action<'conversation.dispose'> = async (deps, caller, { id, conversation, disposition, description }) => {
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const phase = step(person, 'dispose', row);
    const { codes } = dispositionsOf(settings, row.queue.id);
    if (!codes.some((code) => code.id === disposition))
      throw new RelayError('malformed', `disposition: is none of this queue's (${codes.map((code) => code.id).join(', ')})`);
    return {
      row: { phase, disposition, wrapUpUntil: null },
      events: [{ type: 'conversation.disposed', id, at: deps.now(), by: author, disposition, description: description ?? '' }],
      timers: { 'wrap-up': null },
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.disposed');
  tellChange(deps, caller, changed);
  deps.wake(person.workspace);
  await tellSlots(deps, person.workspace, [person.id]);
};
