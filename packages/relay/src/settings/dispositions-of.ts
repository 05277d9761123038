import { STANDARD_DISPOSITIONS, type Dispositions } from './schema/dispositions.js';
import type { WorkspaceSettings } from './schema/workspace.js';

/** What an agent chooses from at the end of a conversation in a queue: the queue's own set, or the built-in one (also for a queue that is gone). */
export function dispositionsOf({ queues, dispositions }: WorkspaceSettings, queue: string): Dispositions {
  const set = queues.find(({ id }) => id === queue)?.dispositions;
  return dispositions.find(({ id }) => id === set) ?? STANDARD_DISPOSITIONS;
}
