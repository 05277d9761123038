import { RelayError } from '@deskbell/protocol/refusals.js';
import { sideOf } from '@deskbell/protocol/people.js';
import type { Action } from './action.js';

/** A fresh token for the same person (rule P9): nobody becomes somebody else on an open socket. */
export const renewSession: Action<'session.renew'> = async ({ tokens }, caller, { token }) => {
  const { person, site, expires } = await tokens.identify(token);
  const same =
    person.id === caller.person.id &&
    person.workspace === caller.person.workspace &&
    sideOf(person.role) === caller.side &&
    site === caller.site;
  if (!same) throw new RelayError('unauthorized', 'the token is for somebody else; open a new socket with it');
  caller.renew(expires);
  caller.tell({ type: 'session.renewed', expires });
};
