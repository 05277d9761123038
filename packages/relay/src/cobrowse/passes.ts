import type { CobrowsePass, MirrorSide } from '@deskbell/protocol/cobrowse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { settingsOf } from '../actions/settings-of.js';
import type { Deps } from '../deps.js';
import { cobrowseAfter, cobrowseOf, cobrowseStep, mirrorSideOf, overAt } from '../domain/cobrowse.js';
import { rulesOf } from '../settings/mirror-rules.js';
import type { CobrowseRow } from '../store/cobrowse-store.js';
import { aboutIn, showerOf, workspaceOf, type Caller } from './caller.js';
import { mustBeOn } from './begin.js';

/** How long a pass is good, ms. */
export const PASS_LASTS = 30_000;

/** What a side opens its socket with, once (CB7); the customer's comes with the rules. */
export async function givePass(deps: Deps, caller: Caller, id: string): Promise<CobrowsePass> {
  const { store, tokens, now } = deps;
  const workspace = workspaceOf(caller);
  const session = await store.cobrowse(workspace, id);
  const side = session && mirrorSideOf(caller, session, undefined);
  if (!side) throw new RelayError('not-found');
  cobrowseStep(side, 'join', session);
  const at = now();
  if (overAt(session, at)) cobrowseAfter('ended', 'join');
  mustBeOn(deps, workspace);
  const { pass, hash } = tokens.cobrowse.newPass();
  await store.savePass({ hash, session: id, side, until: at + PASS_LASTS, at });
  return { session: cobrowseOf(session), pass, ...(side === 'customer' && { rules: rulesOf(settingsOf(deps, workspace)) }) };
}

/** Somebody with a socket: which session, and which side of it they are. */
export interface Joined {
  readonly session: CobrowseRow;
  readonly side: MirrorSide;
}

/**
 * Takes a pass: who shows it is there from now on, and the trail says so. Nothing may go from one side to the other before `mayMeet` says yes
 * of the session. Throws `unauthorized`, with the same words for one that is used, too old, or was never given.
 */
export async function takePass({ store, tokens, now }: Pick<Deps, 'store' | 'tokens' | 'now'>, pass: string): Promise<Joined> {
  const at = now();
  const joined = await store.takePass(tokens.cobrowse.hashOfPass(pass), at, (session, side, customer) => ({
    what: 'cobrowse.joined',
    at,
    who: side === 'agent' ? { ...session.agent, role: 'agent' } : showerOf(session, customer),
    ...aboutIn(session),
    side,
  }));
  if (!joined) throw new RelayError('unauthorized', 'the pass was used, is older than half a minute, or was never given; get a new one');
  return joined;
}
