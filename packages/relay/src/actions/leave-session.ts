import { RelayError } from '@deskbell/protocol/refusals.js';
import { AWAY, refusesLogout } from '../domain/agent-status.js';
import { topics } from '../hub/hub.js';
import type { Action } from './action.js';

/** Signs an agent out in every browser of theirs, unless conversations are theirs still (STA 4). What is being offered to them expires. */
export const leaveSession: Action<'session.leave'> = async ({ store, hub }, { person }) => {
  await store.changeAgent(person, ({ ongoing }) => {
    if (refusesLogout(ongoing))
      throw new RelayError('still-busy', `${String(ongoing)} conversations are yours still; transfer or close them first`);
    return { seenUntil: null, status: AWAY.id, idle: false, prepUntil: null };
  });
  hub.publish(topics.agent(person.workspace, person.id), { kind: 'signed-out' });
};
