import { isRoutable } from '../../domain/agent-status.js';
import type { WorkspaceSettings } from '../../settings/schema/workspace.js';
import type { AgentRow } from '../../store/agents-store.js';
import type { ConversationRow } from '../../store/store.js';
import { hasMember, queueOf } from '../queue-rules.js';
import { slotsOf, statusOf } from '../standing.js';
import type { Snapshot } from './snapshot.js';
import type { Step } from './steps.js';

type ToOne = Extract<Step, { which: number }>;

/** How things stand otherwise. */
interface Rest {
  readonly settings: WorkspaceSettings;
  readonly last: Snapshot;
}

const has = (row: ConversationRow, { id }: AgentRow, phase: ConversationRow['phase']): boolean =>
  row.agent?.id === id && row.phase === phase;

/** The model: whether an agent may do something to a conversation, by how both stand. */
export const PERMITS: {
  readonly [D in ToOne['do']]: (row: ConversationRow, agent: AgentRow, step: ToOne, rest: Rest) => boolean;
} = {
  accept: (row, agent, _, { settings }) => {
    if (row.phase !== 'waiting' || row.offer) return row.offer?.agent.id === agent.id;
    const queue = queueOf(settings, row.queue.id);
    return agent.load < slotsOf(settings, agent.id) && queue !== undefined && hasMember(queue, agent.id);
  },
  reject: (row, agent) => row.offer?.agent.id === agent.id,
  write: (row, agent) => has(row, agent, 'active'),
  end: (row, agent) => has(row, agent, 'active'),
  dispose: (row, agent) => has(row, agent, 'wrapUp'),
  wake: (row, agent) => has(row, agent, 'active') && row.snoozedUntil !== null,
  snooze: (row, agent) => has(row, agent, 'active') && row.awaitingSince === null,
  'to-queue': (row, agent, step, { settings, last: { agents, at } }) => {
    const queue = step.do === 'to-queue' ? queueOf(settings, step.queue) : undefined;
    const isThere = agents.some(({ id, seenUntil }) => seenUntil !== null && seenUntil > at && queue && hasMember(queue, id));
    return isThere && (row.phase === 'waiting' || has(row, agent, 'active'));
  },
  'to-agent': (row, agent, step, { settings, last: { agents, at } }) => {
    const target = step.do === 'to-agent' ? agents.find(({ id }) => id === step.agent) : undefined;
    if (!target || target.id === agent.id || !has(row, agent, 'active')) return false;
    return target.load < slotsOf(settings, target.id) && isRoutable(statusOf(target, settings, at), 'digital');
  },
};
