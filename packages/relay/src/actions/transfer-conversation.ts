import type { Skills } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { isRoutable } from '../domain/agent-status.js';
import type { Deps } from '../deps.js';
import { step } from '../domain/permissions.js';
import { hasMember, isQueueOpen, nameOf, queueOf, waitsUntil } from '../routing/queue-rules.js';
import { slotsOf, statusOf } from '../routing/standing.js';
import type { QueueSettings, WorkspaceSettings } from '../settings/schema/workspace.js';
import type { Change, Changed, ConversationRow } from '../store/store.js';
import type { Action } from './action.js';
import type { Caller } from './caller.js';
import { mustModify } from './must-modify.js';
import { settingsOf } from './settings-of.js';
import { tellAgain, tellChange, tellQueue } from './tell.js';

interface Asked {
  readonly id: string;
  readonly conversation: string;
  readonly skills: Skills | undefined;
}

/** What every transfer does to a row: whatever was begun with the one who had it is over. */
const LEFT = { offer: null, snoozedUntil: null, refused: {} } as const;

/** Why a queue does not take what comes: it is closed, or nobody of it is signed in (TRF 2). Undefined where it does. */
async function refusalOf({ store, now }: Deps, settings: WorkspaceSettings, queue: QueueSettings): Promise<RelayError | undefined> {
  if (!isQueueOpen(settings, queue, now())) return new RelayError('not-there', `${queue.name} is closed now`);
  const agents = await store.agents(settings.id);
  const isThere = agents.some(({ id, seenUntil }) => seenUntil !== null && seenUntil > now() && hasMember(queue, id));
  return isThere ? undefined : new RelayError('not-there', `nobody of ${queue.name} is signed in`);
}

const skilled = ({ newId }: Deps, { author }: Caller, skills: Skills | undefined, at: number): Change => ({
  row: skills ? { skills } : {},
  events: skills ? [{ type: 'conversation.skilled', id: newId(), at, by: author, skills }] : [],
});

async function toQueue(deps: Deps, caller: Caller, { id, conversation, skills }: Asked, queueId: string): Promise<Changed> {
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  const queue = queueOf(settings, queueId);
  if (!queue || settings.transfers.to === 'agents') throw new RelayError('not-found', 'to: there is no such queue to transfer to');
  const refusal = await refusalOf(deps, settings, queue);
  let from: ConversationRow | undefined;
  const changed = await deps.store.changeConversation(person.workspace, conversation, id, (row) => {
    from = row;
    const at = deps.now();
    const phase = step(person, 'requeue', row);
    // Not before: what was done already is not refused because the queue has closed since.
    if (refusal) throw refusal;
    const more = skilled(deps, caller, skills, at);
    const place = { queue: nameOf(queue), agent: null, priority: queue.priority };
    return {
      row: { ...LEFT, ...place, acceptedAt: null, assignedAt: null, waitingSince: at, phase, ...more.row },
      events: [{ type: 'conversation.transferred', id, at, by: author, ...place }, ...more.events],
      timers: { offer: null, snooze: null, wait: waitsUntil(queue, at) ?? null },
    };
  });
  // Behind one that waited in another queue everybody has moved up; an agent to whom it was being offered has a slot again.
  if (from && !from.agent) tellQueue(deps, from);
  if (from?.offer) await deps.slots.tell(person.workspace, [from.offer.agent.id]);
  return changed;
}

function toAgent(deps: Deps, caller: Caller, { id, conversation, skills }: Asked, target: string): Promise<Changed> {
  const { person, author } = caller;
  const settings = settingsOf(deps, person.workspace);
  if (settings.transfers.to === 'queues' || target === person.id)
    throw new RelayError('not-found', 'to: there is no such agent to transfer to');
  return deps.store.changeForAgent(person.workspace, conversation, id, target, (row: ConversationRow, agent) => {
    const at = deps.now();
    const phase = step(person, 'handOver', row);
    if (agent.load >= slotsOf(settings, target)) throw new RelayError('no-slot');
    if (!isRoutable(statusOf(agent, settings, at), 'digital')) throw new RelayError('not-there', `${agent.name} is not available`);
    const more = skilled(deps, caller, skills, at);
    const theirs = { id: agent.id, name: agent.name };
    return {
      row: { ...LEFT, phase, agent: theirs, assignedAt: at, ...more.row },
      events: [{ type: 'conversation.transferred', id, at, by: author, queue: row.queue, agent: theirs }, ...more.events],
      timers: { offer: null, snooze: null, ...(settings.ai.arrival && { summary: at }) },
    };
  });
}

/** Gives a conversation to a queue, where it waits as one that has just come, or to an agent who is there and has a slot (TRF 1 to 6). */
export const transferConversation: Action<'conversation.transfer'> = async (deps, caller, { id, conversation, to, skills }) => {
  const settings = settingsOf(deps, caller.person.workspace);
  if (skills) mustModify(settings, skills);
  const asked = { id, conversation, skills };
  const changed = await ('queue' in to ? toQueue(deps, caller, asked, to.queue) : toAgent(deps, caller, asked, to.agent));
  if (changed.again) return tellAgain(caller, { ...changed, events: changed.events.slice(0, 1) }, 'conversation.transferred');
  tellChange(deps, caller, changed);
  tellQueue(deps, changed.row);
  deps.wake(caller.person.workspace);
  const { agent } = changed.row;
  await deps.slots.tell(caller.person.workspace, [caller.person.id, ...(agent ? [agent.id] : [])]);
};
