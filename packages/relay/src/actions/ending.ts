import { engagementAtEnd, type Phase } from '@deskbell/protocol/conversation.js';
import type { Author, Named } from '@deskbell/protocol/people.js';
import type { Deps } from '../deps.js';
import { surveyAtEnd } from '../routing/survey-sent.js';
import { SYSTEM } from '../routing/system.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { Change, Changed, ConversationRow } from '../store/store.js';
import type { Caller } from './caller.js';
import { tellChange, tellQueue } from './tell.js';

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

/** Who ends a conversation, under which id, and what it comes to by the table. */
interface End {
  readonly phase: Phase;
  readonly id: string;
  readonly at: number;
  readonly by: Author;
}

/** What is different of a conversation that somebody ends. */
export function ending(settings: WorkspaceSettings, row: ConversationRow, { phase, id, at, by }: End, newId: () => string): Change {
  const next = wrapUp(settings, row, at, newId);
  const engagement = engagementAtEnd(row.engagement);
  const survey = surveyAtEnd(settings, row, { id: newId(), at, by: SYSTEM });
  return {
    row: { phase, endedAt: at, awaitingSince: null, offer: null, snoozedUntil: null, engagement, ...survey.row, ...next.row },
    events: [{ type: 'conversation.ended', id, at, by }, ...survey.events, ...next.events],
    everyNth: survey.everyNth,
    timers: { offer: null, wait: null, snooze: null, bot: null, ...next.timers },
  };
}

/** Tells of an end, and of the slot that is free now. `offered` is who it was put to. */
export async function tellEnding(deps: Deps, caller: Caller, changed: Changed, offered?: Named): Promise<void> {
  const { row } = changed;
  tellChange(deps, caller, changed);
  // Whoever left before anybody accepted has made the queue shorter.
  if (row.agent === null) tellQueue(deps, row);
  deps.wake(row.workspace);
  const freed = row.agent ?? offered;
  await deps.slots.tell(row.workspace, freed ? [freed.id] : []);
}
