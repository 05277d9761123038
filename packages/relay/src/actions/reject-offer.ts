import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import { endOffer } from '../routing/end-offer.js';
import type { Action } from './action.js';
import { tellAgain, tellChange } from './tell.js';

/** An agent would not have what is offered to them: it goes on to the next, and the agent is Away (Idle) (TRY 4). */
export const rejectOffer: Action<'offer.reject'> = async (deps, caller, { id, conversation }) => {
  const { person, author } = caller;
  const changed = await deps.store.changeForAgent(person.workspace, conversation, id, person.id, (row) => {
    step(person, 'reject', row);
    if (row.offer?.agent.id !== person.id) throw new RelayError('wrong-phase', 'it is not offered to you any more');
    // At once: nothing else may be put to them in between.
    return { ...endOffer(row, { id, at: deps.now(), by: author }, 'rejected'), agent: { idle: true } };
  });
  if (changed.again) return tellAgain(caller, changed, 'offer.ended');
  tellChange(deps, caller, changed);
  deps.wake(person.workspace);
  await deps.slots.tell(person.workspace, [person.id]);
};
