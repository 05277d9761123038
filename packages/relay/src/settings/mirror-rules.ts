import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import type { WorkspaceSettings } from './schema/workspace.js';

/** What a customer's browser is told of what may leave it. */
export function rulesOf({ cobrowse }: Pick<WorkspaceSettings, 'cobrowse'>): MirrorRules {
  const { masking, mask, unmask, pages, patterns, parameters, canvas, control } = cobrowse;
  return { masking, mask, unmask, pages, patterns, parameters, canvas, control };
}
