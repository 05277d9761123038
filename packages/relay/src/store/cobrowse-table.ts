import type { MirrorSide } from '@deskbell/protocol/cobrowse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { cobrowseDue } from '../domain/cobrowse.js';
import { NO_TRIES, TRIES_KEPT, afterWrong, waitFor, type CodeTries, type Tries, type TryScope } from '../domain/code-tries.js';
import { appendLines, lockTrail } from './audit-table.js';
import { toCobrowse, updateCobrowse, type CobrowseRecord } from './cobrowse-changes.js';
import type {
  CobrowseBasis,
  CobrowseBeginning,
  CobrowseChanged,
  CobrowseRow,
  CobrowseStore,
  NewCobrowse,
  Redeemed,
  TypedCode,
} from './cobrowse-store.js';
import { changeRow, lockRow } from './conversation-changes.js';
import { attempt } from './faults.js';
import type { Pool, Transaction } from './pool.js';
import { DROP_OLD_PASSES, INSERT_PASS, TAKE_PASS } from './sql/cobrowse-passes.js';
import {
  COUNT_COBROWSE,
  COUNT_LIVE_COBROWSE,
  FIND_COBROWSE,
  FORGET_COBROWSE,
  INSERT_COBROWSE,
  LIST_LIVE_COBROWSE,
  LOCK_COBROWSE,
  REDEEM_CODE,
  SEE_COBROWSE,
} from './sql/cobrowse-sessions.js';
import { DROP_OLD_TRIES, FIND_TRIES, LOCK_TRIES, SAVE_TRIES } from './sql/cobrowse-tries.js';
import { SET_TIMER } from './sql/set-timer.js';
import type { ConversationRow, NewEvent } from './store.js';

type Decide = Parameters<CobrowseStore['changeCobrowse']>[2];

/** Appends an event to the log of a chat that is locked. */
const tell = (tx: Transaction, row: ConversationRow | undefined, event: NewEvent | undefined) =>
  row && event && changeRow(tx, { row, saved: [] }, () => ({ row: {}, events: [event] }));

/** The part of the store that keeps co-browse sessions. */
export class CobrowseTable implements CobrowseStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async cobrowse(workspace: string, id: string): Promise<CobrowseRow | undefined> {
    const [record] = await attempt(() => this.#pool.ask<CobrowseRecord>(FIND_COBROWSE, [workspace, id]));
    return record && toCobrowse(record);
  }

  async liveCobrowse(workspace: string, agent?: string): Promise<CobrowseRow[]> {
    return (await attempt(() => this.#pool.ask<CobrowseRecord>(LIST_LIVE_COBROWSE, [workspace, agent ?? null]))).map(toCobrowse);
  }

  countCobrowse(): ReturnType<CobrowseStore['countCobrowse']> {
    return attempt(() => this.#pool.ask(COUNT_COBROWSE));
  }

  async beginCobrowse(fresh: NewCobrowse, decide: (basis: CobrowseBasis) => CobrowseBeginning): Promise<CobrowseChanged> {
    const { workspace, id, by, agent, conversation } = fresh;
    // What is lost here is a race for the chat, or a code that is another's at this moment: the same again decides anew.
    const begun = await attempt(() => this.#pool.transact((tx) => this.#begin(tx, fresh, decide)));
    if (begun) return begun;
    const known = await this.cobrowse(workspace, id);
    const isSame = known?.agent.id === agent.id && known.conversation === conversation && known.by === by;
    if (!isSame) throw new RelayError('id-used');
    return { session: known, talk: undefined, again: true };
  }

  /** Undefined where the id is used. */
  async #begin(
    tx: Transaction,
    { id, workspace, by, agent, conversation, at, endEvent }: NewCobrowse,
    decide: (basis: CobrowseBasis) => CobrowseBeginning,
  ): Promise<CobrowseChanged | undefined> {
    const [known, locked, [live]] = await Promise.all([
      tx.ask(FIND_COBROWSE, [workspace, id]),
      conversation === null ? undefined : lockRow(tx, workspace, conversation, id),
      tx.ask<{ isTaken: boolean; alive: number }>(COUNT_LIVE_COBROWSE, [conversation, workspace, agent.id]),
    ]);
    if (known.length > 0) return undefined;
    if (locked && !locked.row) throw new RelayError('not-found');
    const { isTaken, alive } = live ?? { isTaken: false, alive: 0 };
    const { code, site, event, audit } = decide({ row: locked?.row, isTaken, alive });
    // The event would have the session's id, and that is another's in this log.
    if (locked?.saved.length) throw new RelayError('id-used');
    const what = [id, workspace, code ? 'code' : 'asked', by, agent.id, agent.name];
    const whose = [conversation, site, code?.hash ?? null, code?.until ?? null, at, endEvent];
    const [record] = await tx.ask<CobrowseRecord>(INSERT_COBROWSE, [...what, ...whose]);
    if (!record) return undefined;
    const session = toCobrowse(record);
    tx.write(SET_TIMER, [workspace, 'cobrowse', id, cobrowseDue(session)]);
    const talk = await tell(tx, locked?.row, event);
    appendLines(tx, workspace, await lockTrail(tx, workspace), audit);
    return { session, talk, again: false };
  }

  changeCobrowse(workspace: string, id: string, decide: Decide): Promise<CobrowseChanged> {
    return attempt(async () => {
      // It belongs to the same chat for good.
      const chat = (await this.cobrowse(workspace, id))?.conversation ?? null;
      return this.#pool.transact(async (tx) => {
        // Chats before sessions, as where a chat ends.
        const locked = chat === null ? undefined : await lockRow(tx, workspace, chat, id);
        const [record] = await tx.ask<CobrowseRecord>(LOCK_COBROWSE, [workspace, id]);
        if (!record) throw new RelayError('not-found');
        const before = toCobrowse(record);
        const change = decide(before, locked?.row);
        if (!change) return { session: before, talk: undefined, again: true };
        const session = { ...before, ...change.row };
        updateCobrowse(tx, session);
        const talk = await tell(tx, locked?.row, change.event);
        if (change.audit.length > 0) appendLines(tx, workspace, await lockTrail(tx, workspace), change.audit);
        return { session, talk, again: false };
      });
    });
  }

  redeemCode(typed: TypedCode): Promise<Redeemed> {
    const { workspace, site, from, hash, at } = typed;
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const [, found] = await Promise.all([
          tx.ask(LOCK_TRIES, [workspace]),
          tx.ask<Tries & { scope: TryScope }>(FIND_TRIES, [workspace, from, site]),
        ]);
        const known = Object.fromEntries(found.map(({ scope, wrong, at: last }) => [scope, { wrong, at: last }]));
        const tries: CodeTries = { ...NO_TRIES, ...known };
        const wait = waitFor(tries, at);
        if (wait > 0) return { wait };
        const [record] = await tx.ask<CobrowseRecord>(REDEEM_CODE, [workspace, hash, site, at]);
        const who = { id: record?.id ?? '', name: '', role: 'customer' } as const;
        const said = { at, who, site, from };
        const head = await lockTrail(tx, workspace);
        if (!record) {
          saveTries(tx, typed, afterWrong(tries, at));
          appendLines(tx, workspace, head, [{ what: 'cobrowse.code-wrong', ...said }]);
          return { wrong: true } as const;
        }
        const session = toCobrowse(record);
        tx.write(SET_TIMER, [workspace, 'cobrowse', session.id, cobrowseDue(session)]);
        const of = { session: session.id, conversation: session.conversation ?? undefined };
        appendLines(tx, workspace, head, [{ what: 'cobrowse.redeemed', ...said, ...of }]);
        return { session };
      }),
    );
  }

  savePass({ hash, session, side, until, at }: Parameters<CobrowseStore['savePass']>[0]): Promise<void> {
    return attempt(() =>
      this.#pool.transact((tx) => {
        tx.write(DROP_OLD_PASSES, [at]);
        tx.write(INSERT_PASS, [hash, session, side, until]);
        return Promise.resolve();
      }),
    );
  }

  takePass(hash: string, at: number, written: Parameters<CobrowseStore['takePass']>[2]): ReturnType<CobrowseStore['takePass']> {
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const [record] = await tx.ask<CobrowseRecord & { side: MirrorSide; customer: string | null }>(TAKE_PASS, [hash, at]);
        if (!record) return undefined;
        const session = toCobrowse(record);
        const { side, customer } = record;
        tx.write(SEE_COBROWSE[side], [[session.id], at]);
        appendLines(tx, session.workspace, await lockTrail(tx, session.workspace), [written(session, side, customer ?? undefined)]);
        return { session, side };
      }),
    );
  }

  async seeCobrowse(side: MirrorSide, sessions: readonly string[], at: number): Promise<void> {
    await attempt(() => this.#pool.ask(SEE_COBROWSE[side], [sessions, at]));
  }

  async forgetCobrowse(workspace: string, id: string): Promise<void> {
    await attempt(() => this.#pool.ask(FORGET_COBROWSE, [workspace, id]));
  }
}

function saveTries(tx: Transaction, { workspace, site, from, at }: TypedCode, tries: Partial<CodeTries>): void {
  const keys: Record<TryScope, string> = { address: from, site, workspace: '', fresh: '' };
  for (const [scope, { wrong, at: last }] of Object.entries(tries))
    tx.write(SAVE_TRIES, [workspace, scope, keys[scope as TryScope], wrong, last]);
  tx.write(DROP_OLD_TRIES, [workspace, at - TRIES_KEPT]);
}
