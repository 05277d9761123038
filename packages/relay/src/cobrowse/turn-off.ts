import type { Deps } from '../deps.js';
import { SYSTEM } from '../routing/system.js';
import { ending } from './end.js';
import { tellSession } from './tell-session.js';

type OffDeps = Pick<Deps, 'store' | 'hub' | 'directory' | 'now'>;

/** Whether a workspace has no co-browse now, or is not there any more. */
export const isOff = ({ directory }: Pick<Deps, 'directory'>, workspace: string): boolean =>
  directory.workspace(workspace)?.cobrowse.enabled !== true;

/** Ends a session since its workspace has no co-browse any more, and tells both sides (CB13). */
export async function turnOff(deps: OffDeps, workspace: string, id: string): Promise<void> {
  const changed = await deps.store.changeCobrowse(workspace, id, (session, row) =>
    session.state === 'ended' ? null : ending(session, 'off', { at: deps.now(), who: SYSTEM, by: row && SYSTEM }),
  );
  tellSession(deps, changed);
}

/** Ends all that goes on in a workspace that has no co-browse any more. */
export async function turnOffAll(deps: OffDeps, workspace: string): Promise<void> {
  if (isOff(deps, workspace)) for (const { id } of await deps.store.liveCobrowse(workspace)) await turnOff(deps, workspace, id);
}
