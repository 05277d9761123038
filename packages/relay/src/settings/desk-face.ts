import type { DeskFace, DeskQueue } from '@deskbell/protocol/site.js';
import { dispositionsOf } from './dispositions-of.js';
import { responseLibrary } from './response-library.js';
import type { QueueSettings, WorkspaceSettings } from './schema/workspace.js';

function queueFace(workspace: WorkspaceSettings, { id, name, members, offer, wrapUp }: QueueSettings): DeskQueue {
  const { codes, required } = dispositionsOf(workspace, id);
  return {
    id,
    name,
    members: members ?? null,
    dispositions: codes,
    required: required && wrapUp.mode !== 'off',
    autoAnswer: offer.autoAnswer,
  };
}

/** What consoles know of the settings: no more than they show. */
export function deskFace(workspace: WorkspaceSettings): DeskFace {
  const { id, name, queues, responseTimeSeconds, statuses, systemDisposition, skills, engagement, actions, panels, snooze, transfers } =
    workspace;
  return {
    workspace: { id, name },
    queues: queues.map((queue) => queueFace(workspace, queue)),
    responseTime: responseTimeSeconds * 1_000,
    statuses,
    systemDisposition,
    skills,
    engagement,
    panels,
    actions: actions.map(({ id: action, name: title, description, fields }) => ({
      id: action,
      name: title,
      ...(description !== undefined && { description }),
      fields,
    })),
    snoozePresets: snooze.presets,
    transfers: { to: transfers.to, modifySkills: transfers.modifySkills },
    responses: responseLibrary(workspace)?.version ?? null,
  };
}
