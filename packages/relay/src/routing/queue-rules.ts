import type { Skills } from '@deskbell/protocol/conversation.js';
import type { Named } from '@deskbell/protocol/people.js';
import { isOpen } from '../domain/hours.js';
import type { MatchingQueue } from '../domain/matching-rows.js';
import type { QueueSettings, WorkspaceSettings } from '../settings/schema/workspace.js';

// What the settings say of a queue, for whoever decides something in it.

/** A queue that went from the settings has none. */
export const queueOf = ({ queues }: WorkspaceSettings, id: string): QueueSettings | undefined => queues.find((queue) => queue.id === id);

/** No more of it than goes into events. */
export const nameOf = ({ id, name }: QueueSettings): Named => ({ id, name });

export const hasMember = ({ members }: QueueSettings, agent: string): boolean => members?.includes(agent) ?? true;

export const isQueueOpen = ({ hours }: WorkspaceSettings, queue: QueueSettings, at: number): boolean => {
  const kept = hours.find(({ id }) => id === queue.hours);
  return kept === undefined || isOpen(kept, at);
};

/** When a wait that began then is up; undefined where it never is. */
export const waitsUntil = ({ maxWaitSeconds }: QueueSettings, since: number): number | undefined =>
  maxWaitSeconds === undefined ? undefined : since + maxWaitSeconds * 1_000;

/** When it is looked whether a flow is to run over a wait that begins now: at once outside the hours, where the queue has one for that. */
export const looksAfter = (settings: WorkspaceSettings, queue: QueueSettings, at: number): number | undefined =>
  queue.outOfHours !== undefined && !isQueueOpen(settings, queue, at) ? at : waitsUntil(queue, at);

/** What an agent needs for a conversation: of each skill the higher of what the queue and what the conversation asks for. */
export const skillsAsked = (queue: QueueSettings, skills: Skills): Skills =>
  Object.fromEntries(
    [...new Set([...Object.keys(queue.skills), ...Object.keys(skills)])].map((skill) => [
      skill,
      Math.max(queue.skills[skill] ?? 0, skills[skill] ?? 0),
    ]),
  );

export const matchingQueue = ({ id, members, distribution }: QueueSettings): MatchingQueue => ({
  id,
  members: members ?? 'everybody',
  distribution,
});
