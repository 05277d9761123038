import type { DeskFace, DeskQueue } from '@deskbell/protocol/site.js';
import { dispositionsOf } from './dispositions-of.js';
import { fileLimits } from './file-limits.js';
import { surveyOf } from './survey-of.js';
import { triggerOf } from '../domain/surveys.js';
import { responseLibrary } from './response-library.js';
import type { QueueSettings, WorkspaceSettings } from './schema/workspace.js';

function queueFace(workspace: WorkspaceSettings, { id, name, members, offer, wrapUp }: QueueSettings): DeskQueue {
  const { codes, required } = dispositionsOf(workspace, id);
  const asks = surveyOf(workspace, id);
  return {
    id,
    name,
    members: members ?? null,
    dispositions: codes,
    required: required && wrapUp.mode !== 'off',
    autoAnswer: offer.autoAnswer,
    survey: asks ? triggerOf(asks) : null,
  };
}

/**
 * What consoles know of the settings: no more than they show.
 * @param has - Whether there is a model that could write, and a place for attachments.
 */
export function deskFace(workspace: WorkspaceSettings, has: { readonly model: boolean; readonly files: boolean }): DeskFace {
  const {
    id,
    name,
    queues,
    responseTimeSeconds,
    statuses,
    systemDisposition,
    skills,
    engagement,
    actions,
    panels,
    snooze,
    transfers,
    ai,
    vault,
    forms,
    cobrowse,
  } = workspace;
  return {
    workspace: { id, name },
    queues: queues.map((queue) => queueFace(workspace, queue)),
    responseTime: responseTimeSeconds * 1_000,
    statuses,
    systemDisposition,
    skills,
    engagement,
    panels,
    forms: forms.map(({ id: form, name: title }) => ({ id: form, name: title })),
    reveal: { by: vault.reveal, reason: vault.reason },
    actions: actions.map(({ id: action, name: title, description, fields }) => ({
      id: action,
      name: title,
      ...(description !== undefined && { description }),
      fields,
    })),
    snoozePresets: snooze.presets,
    transfers: { to: transfers.to, modifySkills: transfers.modifySkills },
    responses: responseLibrary(workspace)?.version ?? null,
    ai: { rewrite: has.model && ai.rewrite, assist: has.model && ai.assist, summary: has.model && ai.summary, arrival: ai.arrival },
    files: has.files ? fileLimits(workspace) : null,
    ...(cobrowse.enabled && { cobrowse: { control: cobrowse.control } }),
  };
}
