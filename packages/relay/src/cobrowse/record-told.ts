import type { ToldKind } from '@deskbell/protocol/cobrowse.js';
import { cleanLine } from '@deskbell/protocol/text.js';
import type { Deps } from '../deps.js';
import type { MinuteLimit } from '../http/limit.js';
import type { CobrowseRow } from '../store/cobrowse-store.js';
import { aboutIn, showerOf } from './caller.js';

/** The longest page that is written down, in UTF-16 code units. */
const MAX_PAGE = 2_048;

/** How often a minute a customer's browser may tell something; nobody goes from page to page faster than that. */
export const TOLD_PER_MINUTE = 120;

/** Of an address no more than origin and path: what is behind them may hold anything. */
const pageIn = (address: string): string =>
  cleanLine(address.split(/[?#]/, 1)[0] ?? '')
    .slice(0, MAX_PAGE)
    .toWellFormed();

/**
 * Writes into the trail what the customer's browser tells: where it is, and who has control (CB11). It is their browser that says so, and no more
 * is known. Throws `slow-down` beyond `limit`.
 */
export async function recordTold(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  limit: MinuteLimit,
  session: CobrowseRow,
  what: ToldKind,
  page?: string,
): Promise<void> {
  await limit.take(session.id);
  const { workspace, conversation } = session;
  const row = conversation === null ? undefined : await store.conversation(workspace, conversation);
  const where = page === undefined ? '' : pageIn(page);
  const line = { at: now(), who: showerOf(session, row?.customer.id), ...aboutIn(session) };
  await store.appendAudit(workspace, [{ what: `cobrowse.${what}`, ...line, ...(where !== '' && { page: where }) }]);
}
