import { RelayError } from '@deskbell/protocol/refusals.js';
import { endCobrowseOf } from '../cobrowse/end.js';
import { AWAY, refusesLogout } from '../domain/agent-status.js';
import { topics } from '../hub/hub.js';
import type { Action } from './action.js';

/** Signs an agent out in every browser of theirs, unless conversations are theirs still (STA 4). What is being offered to them expires, and co-browse sessions of theirs end. */
export const leaveSession: Action<'session.leave'> = async (deps, { person }) => {
  const { store, hub } = deps;
  await store.changeAgent(person, ({ ongoing }) => {
    if (refusesLogout(ongoing))
      throw new RelayError('still-busy', `${String(ongoing)} conversations are yours still; transfer or close them first`);
    return { seenUntil: null, status: AWAY.id, idle: false, prepUntil: null };
  });
  await endCobrowseOf(deps, person);
  hub.publish(topics.agent(person.workspace, person.id), { kind: 'signed-out' });
};
