import { createHash } from 'node:crypto';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import type { WorkspaceSettings } from './schema/workspace.js';

interface Library {
  /** Made from what is in it, so that every relay has the same one, and other changes of the settings leave it as it is. */
  readonly version: string;
  /** A `ResponseLibrary` as JSON: as many as 2,000 texts, asked for by every console. */
  readonly body: string;
}

const made = new WeakMap<WorkspaceSettings, Library | null>();

function make({ responses }: WorkspaceSettings): Library | null {
  if (!responses.some(({ templates }) => templates.length > 0)) return null;
  const version = createHash('sha256').update(JSON.stringify(responses)).digest('base64url').slice(0, 22);
  return { version, body: JSON.stringify({ version, categories: responses } satisfies ResponseLibrary) };
}

/** The workspace's standard responses; null where there are none. Made once for each change of the settings. */
export function responseLibrary(workspace: WorkspaceSettings): Library | null {
  const known = made.get(workspace);
  if (known !== undefined) return known;
  const library = make(workspace);
  made.set(workspace, library);
  return library;
}
