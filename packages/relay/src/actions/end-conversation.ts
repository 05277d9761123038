import type { Named } from '@deskbell/protocol/people.js';
import { step } from '../domain/permissions.js';
import { SYSTEM } from '../routing/system.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { Change, ConversationRow } from '../store/store.js';
import type { Action } from './action.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange, tellQueue } from './tell.js';

/** What the end leads to, by the wrap-up of the queue that it was in last (END 2 to 5). */
function wrapUp({ queues }: WorkspaceSettings, { queue, agent }: ConversationRow, at: number, newId: () => string): Change {
  const mode = queues.find(({ id }) => id === queue.id)?.wrapUp;
  // Nobody owes a disposition for a conversation that nobody had.
  if (!agent || !mode) return { row: {}, events: [] };
  const told = { id: newId(), at, by: SYSTEM };
  switch (mode.mode) {
    case 'immediate':
      return { row: {}, events: [] };
    case 'timed': {
      const until = at + mode.seconds * 1_000;
      return { row: { wrapUpUntil: until }, events: [{ type: 'wrap-up.timed', ...told, until }], timers: { 'wrap-up': until } };
    }
    case 'off':
      return { row: { phase: 'closed' }, events: [{ type: 'conversation.closed', ...told }] };
  }
}

/** The agent ends the conversation, or the customer leaves it. */
export const endConversation: Action<'conversation.end'> = async (deps, caller, { id, conversation }) => {
  const { person, author, side } = caller;
  const settings = settingsOf(deps, person.workspace);
  let offered: Named | undefined;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    const at = deps.now();
    offered = row.offer?.agent;
    const phase = step(person, side === 'customer' ? 'leave' : 'end', row);
    const next = wrapUp(settings, row, at, deps.newId);
    return {
      row: { phase, endedAt: at, awaitingSince: null, offer: null, snoozedUntil: null, ...next.row },
      events: [{ type: 'conversation.ended', id, at, by: author }, ...next.events],
      timers: { offer: null, wait: null, snooze: null, bot: null, ...next.timers },
    };
  });
  if (changed.again) return tellAgain(caller, changed, 'conversation.ended');
  const { row } = changed;
  tellChange(deps, caller, changed);
  // Whoever left before anybody accepted has made the queue shorter.
  if (row.agent === null) tellQueue(deps, row);
  deps.wake(person.workspace);
  const freed = row.agent ?? offered;
  await deps.slots.tell(person.workspace, freed ? [freed.id] : []);
};
