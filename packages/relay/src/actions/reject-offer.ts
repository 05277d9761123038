import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import { endOffer } from '../routing/end-offer.js';
import { makeIdle } from '../routing/make-idle.js';
import type { Action } from './action.js';
import { tellAgain, tellChange } from './tell.js';

/** An agent would not have what is offered to them: it goes on to the next, and the agent is Away (Idle) (TRY 4). */
export const rejectOffer: Action<'offer.reject'> = async (deps, caller, { id, conversation }) => {
  const { person, author } = caller;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    step(person, 'reject', row);
    if (row.offer?.agent.id !== person.id) throw new RelayError('wrong-phase', 'it is not offered to you any more');
    return endOffer(row, { id, at: deps.now(), by: author }, 'rejected');
  });
  if (changed.again) return tellAgain(caller, changed, 'offer.ended');
  tellChange(deps, caller, changed);
  await makeIdle(deps, person);
  deps.wake(person.workspace);
};
