import type { FileLimits } from '@deskbell/protocol/attachments.js';
import type { WorkspaceSettings } from './schema/workspace.js';

const MEGABYTE = 1_048_576;

/** What may be attached in a workspace, as both faces know it. */
export const fileLimits = ({ files }: Pick<WorkspaceSettings, 'files'>): FileLimits => ({
  maxBytes: files.maxMegabytes * MEGABYTE,
  types: files.types,
});
