import { RelayError } from '@deskbell/protocol/refusals.js';
import { step } from '../domain/permissions.js';
import type { Action } from './action.js';
import { tellAgain, tellChange } from './tell.js';

/** The longest snooze, ms. */
const LONGEST = 366 * 24 * 3_600_000;

/** Puts a conversation out of the way, and its slot free; not while the customer waits for a reply (SNZ 1, SNZ 2). */
export const snoozeConversation: Action<'conversation.snooze'> = async (deps, caller, { id, conversation, until }) => {
  const { person, author } = caller;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const at = deps.now();
    const phase = step(person, 'snooze', row);
    if (until <= at || until > at + LONGEST) throw new RelayError('malformed', 'until: has to be in the future, within a year');
    if (row.awaitingSince !== null) throw new RelayError('wrong-phase', 'the customer is waiting for a reply; answer first');
    return {
      row: { phase, snoozedUntil: until },
      events: [{ type: 'conversation.snoozed', id, at, by: author, until }],
      timers: { snooze: until },
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.snoozed');
  tellChange(deps, caller, changed);
  deps.wake(person.workspace);
  await deps.slots.tell(person.workspace, [person.id]);
};

/** "Unsnooze". */
export const wakeConversation: Action<'conversation.wake'> = async (deps, caller, { id, conversation }) => {
  const { person, author } = caller;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const phase = step(person, 'wake', row);
    if (row.snoozedUntil === null) throw new RelayError('wrong-phase', 'it is not snoozed any more');
    return {
      row: { phase, snoozedUntil: null },
      events: [{ type: 'conversation.woken', id, at: deps.now(), by: author, why: 'agent' }],
      timers: { snooze: null },
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.woken');
  tellChange(deps, caller, changed);
  await deps.slots.tell(person.workspace, [person.id]);
};
