import { beginning, lineAfter } from '../audit/chain.js';
import type { AuditEntry, AuditHead, AuditLine } from '../audit/entry.js';
import type { AuditQuery, AuditStore } from './audit-store.js';
import { attempt } from './faults.js';
import type { Pool, Transaction } from './pool.js';
import { APPEND_AUDIT, FIND_AUDIT_HEAD, LOCK_AUDIT } from './sql/append-audit.js';
import { FIND_AUDIT, LIST_AUDITED } from './sql/find-audit.js';

const LAST = Number.MAX_SAFE_INTEGER;

/** Keeps everybody else from a workspace's trail till the end of the transaction. Locked after all else that the transaction locks. */
export async function lockTrail(tx: Transaction, workspace: string): Promise<AuditHead> {
  const [, [head]] = await Promise.all([tx.ask(LOCK_AUDIT, [workspace]), tx.ask<AuditHead>(FIND_AUDIT_HEAD, [workspace])]);
  return head ?? beginning(workspace);
}

/** Appends to a trail that is locked. */
export function appendLines(tx: Transaction, workspace: string, head: AuditHead, entries: readonly AuditEntry[]): AuditLine[] {
  let last = head;
  return entries.map((entry) => {
    const next = lineAfter(last, entry);
    const conversation = 'conversation' in entry ? (entry.conversation ?? null) : null;
    tx.write(APPEND_AUDIT, [workspace, next.n, next.line, next.hash, conversation]);
    last = next;
    return next;
  });
}

/** The audit trail's part of the store. */
export class AuditTable implements AuditStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  appendAudit(workspace: string, entries: readonly AuditEntry[]): Promise<AuditLine[]> {
    return attempt(() => this.#pool.transact(async (tx) => appendLines(tx, workspace, await lockTrail(tx, workspace), entries)));
  }

  audit({ workspace, conversation, order, after, limit }: AuditQuery): Promise<AuditLine[]> {
    const [whole, ofOne] = FIND_AUDIT[order];
    const asked = [workspace, after ?? (order === 'oldest' ? 0 : LAST), limit];
    return attempt(() =>
      conversation === undefined ? this.#pool.ask<AuditLine>(whole, asked) : this.#pool.ask<AuditLine>(ofOne, [...asked, conversation]),
    );
  }

  auditHead(workspace: string): Promise<AuditHead> {
    return attempt(async () => (await this.#pool.ask<AuditHead>(FIND_AUDIT_HEAD, [workspace]))[0] ?? beginning(workspace));
  }

  auditedWorkspaces(): Promise<string[]> {
    return attempt(async () => (await this.#pool.ask<{ workspace: string }>(LIST_AUDITED)).map(({ workspace }) => workspace));
  }
}
