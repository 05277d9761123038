import { RelayError } from '@deskbell/protocol/refusals.js';
import { topics } from '../hub/hub.js';
import type { Action } from './action.js';

/** Moves the mark of what somebody has seen. Only who takes part leaves marks: a supervisor who looks in has not "read" anything. */
export const readMessages: Action<'message.read'> = async ({ store, hub }, caller, { conversation, upTo }) => {
  if (!caller.takesPart(conversation)) throw new RelayError('not-found', 'follow the conversation first');
  const read = await store.markRead(caller.person.workspace, conversation, caller.side, upTo);
  if (read) hub.publish(topics.conversation(conversation), { kind: 'read', conversation, read });
};
