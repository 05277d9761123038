import type { DeskFace } from '@deskbell/protocol/site.js';
import type { WorkspaceSettings } from './schema/workspace.js';

/** What consoles know of the settings: no more than they show. */
export const deskFace = ({ id, name, queues, responseTimeSeconds }: WorkspaceSettings): DeskFace => ({
  workspace: { id, name },
  queues: queues.map((queue) => ({ id: queue.id, name: queue.name })),
  responseTime: responseTimeSeconds * 1_000,
});
