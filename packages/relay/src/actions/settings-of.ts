import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';

/** The running settings of a workspace. Throws `unauthorized` for one that is not there any more. */
export function settingsOf({ directory }: Pick<Deps, 'directory'>, workspace: string): WorkspaceSettings {
  const settings = directory.workspace(workspace);
  if (!settings) throw new RelayError('unauthorized');
  return settings;
}
