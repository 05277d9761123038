import type { CobrowseEnd } from '@deskbell/protocol/cobrowse.js';
import type { Author, Person } from '@deskbell/protocol/people.js';
import type { Deps } from '../deps.js';
import { cobrowseStep, isTold, mirrorSideOf } from '../domain/cobrowse.js';
import type { CobrowseChange, CobrowseRow } from '../store/cobrowse-store.js';
import { aboutIn, authorIn, whoIn, workspaceOf, type Caller } from './caller.js';
import { tellSession } from './tell-session.js';

/** Who ends a session, and when: as the trail has them, and as the log of its chat has, where it belongs to one. */
interface Ender {
  readonly at: number;
  readonly who: Author;
  readonly by: Author | undefined;
}

/** What is different of a session that ends. */
export function ending(session: CobrowseRow, why: CobrowseEnd, { at, who, by }: Ender): CobrowseChange {
  return {
    row: { state: 'ended', endedAt: at, end: why },
    event: by && isTold(session) ? { type: 'cobrowse.ended', id: session.endEvent, at, by, session: session.id, why } : undefined,
    audit: [{ what: 'cobrowse.ended', at, who, ...aboutIn(session), why }],
  };
}

/** Ends a session, as either side may at any time; done again it changes nothing. Throws `not-found` for strangers. */
export async function endCobrowse(deps: Pick<Deps, 'store' | 'now' | 'hub'>, caller: Caller, id: string): Promise<CobrowseRow> {
  const changed = await deps.store.changeCobrowse(workspaceOf(caller), id, (session, row) => {
    const side = mirrorSideOf(caller, session, row?.customer.id);
    if (side && session.state === 'ended') return null;
    cobrowseStep(side, 'end', session);
    const why = side === 'agent' ? 'agent' : session.state === 'asked' ? 'refused' : 'customer';
    return ending(session, why, { at: deps.now(), who: whoIn(caller, session, row), by: row && authorIn(caller, row) });
  });
  tellSession(deps, changed);
  return changed.session;
}

/** Ends whatever an agent has who signs out (CB5). */
export async function endCobrowseOf(deps: Deps, person: Person): Promise<void> {
  for (const { id } of await deps.store.liveCobrowse(person.workspace, person.id)) await endCobrowse(deps, { person }, id);
}
