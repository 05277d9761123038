import type { CobrowsePass } from '@deskbell/protocol/cobrowse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { settingsOf } from '../actions/settings-of.js';
import type { Deps } from '../deps.js';
import { cobrowseAfter, cobrowseOf, cobrowseStep, mirrorSideOf, overAt } from '../domain/cobrowse.js';
import { rulesOf } from '../settings/mirror-rules.js';
import { workspaceOf, type Caller } from './caller.js';
import { isOff, turnOff } from './turn-off.js';

/** How long a pass is good, ms. */
const PASS_LASTS = 30_000;

/** What a side opens its socket with, once (CB7); the customer's comes with the rules. */
export async function givePass(deps: Deps, caller: Caller, id: string): Promise<CobrowsePass> {
  const { store, tokens, now } = deps;
  const workspace = workspaceOf(caller);
  const session = await store.cobrowse(workspace, id);
  const side = session && mirrorSideOf(caller, session, undefined);
  if (!side) throw new RelayError('not-found');
  cobrowseStep(side, 'join', session);
  const at = now();
  const off = isOff(deps, workspace);
  // Turned off where nobody could tell: in the file that the relay was started with.
  if (off) await turnOff(deps, workspace, id);
  if (off || overAt(session, at)) cobrowseAfter('ended', 'join');
  const { pass, hash } = tokens.cobrowse.newPass();
  await store.savePass({ hash, session: id, side, until: at + PASS_LASTS, at });
  return { session: cobrowseOf(session), pass, ...(side === 'customer' && { rules: rulesOf(settingsOf(deps, workspace)) }) };
}
