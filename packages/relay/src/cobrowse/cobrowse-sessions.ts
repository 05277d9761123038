import type { Cobrowse, MirrorSide, Told } from '@deskbell/protocol/cobrowse.js';
import { cleanLine } from '@deskbell/protocol/text.js';
import type { Deps } from '../deps.js';
import { cobrowseOf } from '../domain/cobrowse.js';
import { MinuteLimit } from '../http/limit.js';
import { aboutIn, showerOf } from './caller.js';
import { endCobrowse } from './end.js';

/** Who a pass was for. */
export interface Joined {
  readonly session: Cobrowse;
  readonly side: MirrorSide;
  readonly workspace: string;
  /** The key of the customer's site; null for an agent. */
  readonly site: string | null;
}

/** The longest page that is written down, in UTF-16 code units. */
const MAX_PAGE = 2_048;

/** How often a minute a customer's browser may tell something; nobody goes from page to page faster than that. */
const TOLD_PER_MINUTE = 120;

/** Of an address no more than origin and path: what is behind them may hold anything. */
const pageIn = (address: string): string =>
  cleanLine(address.split(/[?#]/, 1)[0] ?? '')
    .slice(0, MAX_PAGE)
    .toWellFormed();

type SessionDeps = Pick<Deps, 'store' | 'tokens' | 'now' | 'hub'>;

/** What the sockets of co-browse need of sessions: who may join, who is there, and what is written into the trail of it. */
export class CobrowseSessions {
  readonly #deps: SessionDeps;
  readonly #limit = new MinuteLimit(TOLD_PER_MINUTE);

  constructor(deps: SessionDeps) {
    this.#deps = deps;
  }

  /**
   * Who shows a pass is there from now on, and the trail says so. Undefined for one that was used, is too old, or was never given (CB7). Nothing
   * may go from one side to the other before the session is `allowed` (CB4).
   */
  async takePass(pass: string): Promise<Joined | undefined> {
    const { store, tokens, now } = this.#deps;
    const at = now();
    const taken = await store.takePass(tokens.cobrowse.hashOfPass(pass), at, (row, side, customer) => ({
      what: 'cobrowse.joined',
      at,
      who: side === 'agent' ? { ...row.agent, role: 'agent' } : showerOf(row, customer),
      ...aboutIn(row),
      side,
    }));
    if (!taken) return undefined;
    const { session, side } = taken;
    return { session: cobrowseOf(session), side, workspace: session.workspace, site: side === 'customer' ? session.site : null };
  }

  async find(workspace: string, id: string): Promise<Cobrowse | undefined> {
    const row = await this.#deps.store.cobrowse(workspace, id);
    return row && cobrowseOf(row);
  }

  /**
   * Writes into the trail what the customer's browser tells: where it is, and who has control (CB11). It is their browser that says so, and no
   * more is known. Throws `slow-down` beyond 120 a minute. That they stopped ends the session: also where a page lets nothing through to the relay
   * but what was open before.
   */
  async tell(joined: Joined, { what, page }: { readonly what: Told; readonly page?: string | undefined }): Promise<void> {
    const { store, now } = this.#deps;
    const { workspace, session, site } = joined;
    if (what === 'stopped') {
      await endCobrowse(this.#deps, { ticket: { session: session.id, workspace, site: site ?? '' } }, session.id);
      return;
    }
    await this.#limit.take(session.id);
    const at = now();
    const row = await store.cobrowse(workspace, session.id);
    if (!row) return;
    const chat = row.conversation === null ? undefined : await store.conversation(workspace, row.conversation);
    const where = page === undefined ? '' : pageIn(page);
    const line = { at, who: showerOf(row, chat?.customer.id), ...aboutIn(row) };
    await store.appendAudit(workspace, [{ what: `cobrowse.${what}`, ...line, ...(where !== '' && { page: where }) }]);
  }

  /** Says that a side of these is there; to be called about once a minute for all whose sockets a relay has (CB8). */
  async see(side: MirrorSide, sessions: readonly string[]): Promise<void> {
    if (sessions.length > 0) await this.#deps.store.seeCobrowse(side, sessions, this.#deps.now());
  }
}
