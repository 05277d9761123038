import type { Skills } from '@deskbell/protocol/conversation.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';

/** Throws why agents may not ask for these skills: the workspace does not let them, or nobody could ever have one. */
export function mustModify({ transfers, skills: known }: WorkspaceSettings, skills: Skills): void {
  if (!transfers.modifySkills) throw new RelayError('wrong-role', 'skills: the workspace does not let agents change them');
  const unknown = Object.keys(skills).filter((skill) => !known.some(({ id }) => id === skill));
  if (unknown.length > 0) throw new RelayError('malformed', `skills: the workspace has no ${unknown.join(', ')}`);
}
