import { CODE_DIGITS, type CobrowseTicket } from '@deskbell/protocol/cobrowse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { cobrowseOf } from '../domain/cobrowse.js';
import type { SiteEntry } from '../settings/directory.js';
import { ticketTo } from './answer.js';
import { tellSession } from './tell-session.js';

/** One and the same for a code that is wrong, used, or too old (CB10). */
const NO_SUCH_CODE = 'no such code is good now: it is mistyped, used, or older than five minutes. Try it again, or ask for a new one';

/** The first digit of what people write numbers with: Latin, Arabic, Persian, full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0xff10];

const digitIn = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? sign : String(code - zero);
};

/** The digits of a code as somebody typed it, whatever they put between; throws `malformed` for what cannot be one, which counts for nothing. */
export function codeIn(typed: string): string {
  const code = [...typed.replace(/[\s\p{Cf}.\-–—]/gu, '')].map(digitIn).join('');
  if (!/^\d+$/.test(code) || code.length !== CODE_DIGITS)
    throw new RelayError('malformed', `code: has to be ${String(CODE_DIGITS)} digits`);
  return code;
}

/** A session by its code, for whoever types it on a page of the site. Throws `not-found`, `slow-down` with `retryAfter` (CB9, CB10), or `wrong-role` where co-browse is off. */
export async function redeemCode(deps: Deps, site: SiteEntry, address: string, typed: string): Promise<CobrowseTicket> {
  const { store, tokens, metrics, now } = deps;
  const code = codeIn(typed);
  const { id: workspace, cobrowse } = site.workspace;
  // It is no secret: nobody has a code that is good here, and no other try would be.
  if (!cobrowse.enabled) throw new RelayError('wrong-role', 'co-browse is turned off in the settings of the workspace (cobrowse.enabled)');
  const redeemed = await store.redeemCode({
    workspace,
    site: site.settings.key,
    from: tokens.cobrowse.hashOfAddress(workspace, address),
    hash: tokens.cobrowse.hashOfCode(workspace, code),
    at: now(),
  });
  if ('wait' in redeemed) throw new RelayError('slow-down', 'too many wrong codes; wait, and try again', { retryAfter: redeemed.wait });
  if ('wrong' in redeemed) {
    metrics.codeWasWrong();
    throw new RelayError('not-found', NO_SUCH_CODE);
  }
  const { session } = redeemed;
  tellSession(deps, { session, talk: undefined, again: false });
  return { session: cobrowseOf(session), ticket: await ticketTo(deps, session) };
}
