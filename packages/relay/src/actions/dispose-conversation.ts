import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import { dispositionsOf } from '../settings/dispositions-of.js';
import type { Dispositions } from '../settings/schema/dispositions.js';
import type { Action } from './action.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange } from './tell.js';

/** Throws `malformed` for what the queue does not have, and for nothing where it asks for something (END 2). */
function mustBeOneOf({ codes, required }: Dispositions, disposition: string | null): void {
  if (disposition === null ? !required : codes.some(({ id }) => id === disposition)) return;
  const why = disposition === null ? 'has to be chosen in this queue' : "is none of this queue's";
  throw new RelayError('malformed', `disposition: ${why} (${codes.map(({ id }) => id).join(', ')})`);
}

/** The agent says how it came out, and is done with it. The dispositions are those of the queue that it was in last (END 5, END 6). */
export const disposeConversation: Action<'conversation.dispose'> = async (deps, caller, command) => {
  const { id, conversation, disposition = null, description = '' } = command;
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const phase = step(person, 'dispose', row);
    mustBeOneOf(dispositionsOf(settings, row.queue.id), disposition);
    return {
      row: { phase, disposition, wrapUpUntil: null },
      events: [{ type: 'conversation.disposed', id, at: deps.now(), by: author, disposition, description }],
      timers: { 'wrap-up': null },
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.disposed');
  tellChange(deps, caller, changed);
  deps.wake(person.workspace);
  await deps.slots.tell(person.workspace, [person.id]);
};
