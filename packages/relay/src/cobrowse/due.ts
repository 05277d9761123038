import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { isForgotten, overAt } from '../domain/cobrowse.js';
import { SYSTEM } from '../routing/system.js';
import type { Timer } from '../store/routing-store.js';
import { ending } from './end.js';
import { tellSession } from './tell-session.js';
import { isOff } from './turn-off.js';

/** Ends a session whose time is up, or where somebody is away for too long; forgets one that ended long ago; looks again later at any other (CB8). */
export async function lookAtCobrowse(deps: Deps, { workspace, subject }: Timer): Promise<void> {
  const { store, now } = deps;
  const found = await store.cobrowse(workspace, subject);
  if (!found) return;
  if (isForgotten(found, now())) return store.forgetCobrowse(workspace, subject);
  try {
    const changed = await store.changeCobrowse(workspace, subject, (session, row) => {
      const at = now();
      const why = overAt(session, at) ?? (session.state !== 'ended' && isOff(deps, workspace) ? 'off' : undefined);
      return why ? ending(session, why, { at, who: SYSTEM, by: row && SYSTEM }) : { row: {}, audit: [] };
    });
    if (found.state !== changed.session.state) tellSession(deps, changed);
  } catch (fault) {
    if (!(fault instanceof RelayError && fault.code === 'not-found')) throw fault;
  }
}
