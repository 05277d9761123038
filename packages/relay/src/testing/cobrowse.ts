import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import type { AuditEntry } from '../audit/entry.js';
import type { CobrowseBeginning, CobrowseRow, NewCobrowse, TypedCode } from '../store/cobrowse-store.js';
import type { Change, Store } from '../store/store.js';
import { ANA, WORKSPACE } from './conversations.js';

/** When sessions of tests begin, by the clock of nobody. */
export const AT = 1_000_000;
export const MINUTE = 60_000;

/** A session that Ana wants. */
export const fresh = (change: Partial<NewCobrowse> = {}): NewCobrowse => ({
  id: v7(),
  workspace: WORKSPACE,
  by: 'code',
  agent: { id: ANA.id, name: ANA.name },
  conversation: null,
  at: AT,
  endEvent: v7(),
  ...change,
});

/** All that a chat's log tells of one session, as a change of the chat. */
export const shownOnce = (id: string, at: number) => (): Change => ({
  row: {},
  events: [
    { type: 'cobrowse.asked', id, at, by: ANA },
    { type: 'cobrowse.allowed', id: v7(), at, by: ANA, session: id },
    { type: 'cobrowse.ended', id: v7(), at, by: ANA, session: id, why: 'customer' },
  ],
});

const line = (what: 'cobrowse.asked' | 'cobrowse.code-made', session: string): AuditEntry => ({ what, at: AT, who: ANA, session });

/** A session that waits for its code, `hash`. */
export const withCode = (store: Store, hash: string, change: Partial<NewCobrowse> = {}) => {
  const wanted = fresh(change);
  return store.beginCobrowse(wanted, () => ({
    site: null,
    code: { hash, until: wanted.at + 5 * MINUTE },
    audit: [line('cobrowse.code-made', wanted.id)],
  }));
};

/** A session in a chat, as its agent asks for it. */
export const inChat = (store: Store, conversation: string, change: Partial<NewCobrowse> = {}) => {
  const wanted = fresh({ by: 'chat', conversation, ...change });
  const { id, at } = wanted;
  const beginning: CobrowseBeginning = {
    site: 'shop',
    code: null,
    event: { type: 'cobrowse.asked', id, at, by: ANA },
    audit: [{ ...line('cobrowse.asked', id), conversation } as AuditEntry],
  };
  return store.beginCobrowse(wanted, ({ isTaken }) => {
    if (isTaken) throw new RelayError('already-open');
    return beginning;
  });
};

/** A code that somebody typed. */
export const typed = (hash: string, change: Partial<TypedCode> = {}): TypedCode => ({
  workspace: WORKSPACE,
  site: 'shop',
  from: 'home',
  hash,
  at: AT + MINUTE,
  ...change,
});

/** The customer allows it. */
export const allow = (store: Store, { id }: Pick<CobrowseRow, 'id'>) =>
  store.changeCobrowse(WORKSPACE, id, () => ({ row: { state: 'allowed', customerSeen: AT }, audit: [] }));

/** The lines of the audit trail, the oldest first. */
export const trail = async (store: Store): Promise<AuditEntry[]> =>
  (await store.audit({ workspace: WORKSPACE, order: 'oldest', after: null, limit: 200 })).map(
    (each) => JSON.parse(each.line) as AuditEntry,
  );

/** What they are about. */
export const whats = async (store: Store): Promise<string[]> => (await trail(store)).map(({ what }) => what);

/** When a session is to be looked at. */
export const dueOf = async (store: Store, session: string): Promise<number | undefined> =>
  (await store.takeDue(Number.MAX_SAFE_INTEGER, 1, 100)).find(({ kind, subject }) => kind === 'cobrowse' && subject === session)?.due;
