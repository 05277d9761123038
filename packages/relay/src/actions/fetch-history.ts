import { seenBy } from '@deskbell/protocol/projection.js';
import { FIRST_PAGE, newestThatFit } from '../domain/pages.js';
import { mustRead } from '../domain/permissions.js';
import type { Action } from './action.js';

/** An older page of a conversation. */
export const fetchHistory: Action<'history.fetch'> = async ({ store }, caller, { conversation, before, limit }) => {
  const { person, side } = caller;
  // Whoever follows it was asked already, and is put out as soon as it is not theirs to see any more.
  if (!caller.follows(conversation)) mustRead(person, await store.conversation(person.workspace, conversation));
  const events = newestThatFit(await store.eventsBefore(conversation, before, limit ?? FIRST_PAGE));
  await caller.tellWhole({ type: 'history.fetched', conversation, before, events: events.map((event) => seenBy(side, event)) });
};
