import type { CobrowseTicket } from '@deskbell/protocol/cobrowse.js';
import type { Author } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { cobrowseAfter, cobrowseOf, cobrowseStep, lastsUntil, mirrorSideOf, overAt } from '../domain/cobrowse.js';
import type { CobrowseRow } from '../store/cobrowse-store.js';
import { aboutIn, authorIn, whoIn, workspaceOf, type Caller } from './caller.js';
import { ending } from './end.js';
import { tellSession } from './tell-session.js';

/** A ticket to the customer's side of a session. */
export async function ticketTo({ tokens }: Pick<Deps, 'tokens'>, session: CobrowseRow): Promise<string> {
  const { id, workspace, site } = session;
  if (site === null) throw new Error('a session that nobody redeemed has no ticket');
  return tokens.cobrowse.ticket({ session: id, workspace, site }, lastsUntil(session));
}

/** What the customer says when asked; once allowed it is answered with a ticket, however often it is said. */
export async function answerCobrowse(deps: Deps, caller: Caller, id: string, allowed: boolean): Promise<CobrowseTicket> {
  const { store, now, newId } = deps;
  const changed = await store.changeCobrowse(workspaceOf(caller), id, (session, row) => {
    const at = now();
    const side = mirrorSideOf(caller, session, row?.customer.id);
    if (side === 'customer' && !allowed && session.end === 'refused') return null;
    const state = cobrowseStep(side, allowed ? 'allow' : 'refuse', session);
    if (session.state === state) return null;
    // Its time is up, and only nobody has looked yet.
    if (overAt(session, at)) cobrowseAfter('ended', 'allow');
    const who = whoIn(caller, session, row);
    const by: Author | undefined = row && authorIn(caller, row);
    if (!allowed) {
      const { audit, ...ended } = ending(session, 'refused', { at, who, by });
      return { ...ended, audit: [{ what: 'cobrowse.refused', at, who, ...aboutIn(session) }, ...audit] };
    }
    return {
      row: { state, customerSeen: at },
      event: by && { type: 'cobrowse.allowed', id: newId(), at, by, session: id },
      audit: [{ what: 'cobrowse.allowed', at, who, ...aboutIn(session) }],
    };
  });
  tellSession(deps, changed);
  const { session } = changed;
  if (allowed && session.state !== 'allowed') throw new RelayError('wrong-phase');
  return { session: cobrowseOf(session), ticket: allowed ? await ticketTo(deps, session) : '' };
}
