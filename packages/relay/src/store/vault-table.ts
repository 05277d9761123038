import type { LogEventOf } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { AuditEntry } from '../audit/entry.js';
import { AuditTable, appendLines, lockTrail } from './audit-table.js';
import type { Asker } from './database.js';
import { attempt } from './faults.js';
import type { Pool } from './pool.js';
import { toEvent, toRow, type ConversationRecord, type EventRecord } from './rows.js';
import { FIND_CONVERSATION } from './sql/find-conversation.js';
import { FIND_FORM_ANSWERED, FIND_FORM_SENT, FIND_REVEALED, FIND_VAULT_SETTINGS, MARK_REVEALED } from './sql/find-reveal.js';
import { FIND_SEALED, FIND_SEALED_FOR_OTHERS, RESEAL_VALUE } from './sql/sealed-values.js';
import {
  DROP_VAULT_KEYS,
  FIND_NEWEST_VAULT_KEY,
  FIND_VAULT_KEY,
  INSERT_FIRST_VAULT_KEY,
  INSERT_VAULT_KEY,
  LIST_VAULT_KEYS,
  LOCK_VAULT_KEYS,
  RETIRE_VAULT_KEY,
  REWRAP_VAULT_KEY,
} from './sql/vault-keys.js';
import type { FormPlace, NewVaultKey, RevealBasis, SealedValue, VaultKeyRow, VaultStore } from './vault-store.js';

const FIRST = '00000000-0000-0000-0000-000000000000';

const columnsOf = ({ workspace, id, publicKey, wrapped, madeAt }: NewVaultKey) => [workspace, id, publicKey, wrapped, madeAt] as const;

async function findBasis(asker: Asker, { workspace, conversation, form }: FormPlace): Promise<RevealBasis | undefined> {
  const [[record], [sent], [answered], sealed, [saved]] = await Promise.all([
    asker.ask<ConversationRecord>(FIND_CONVERSATION, [workspace, conversation]),
    asker.ask<EventRecord>(FIND_FORM_SENT, [conversation, form]),
    asker.ask<EventRecord>(FIND_FORM_ANSWERED, [conversation, form]),
    asker.ask<SealedValue>(FIND_SEALED, [workspace, conversation, form]),
    asker.ask<{ version: number; vault: unknown }>(FIND_VAULT_SETTINGS, [workspace]),
  ]);
  if (!record || !sent) return undefined;
  return {
    row: toRow(record),
    sent: toEvent(sent) as LogEventOf<'form.sent'>,
    answered: answered ? (toEvent(answered) as LogEventOf<'form.answered'>) : null,
    sealed,
    saved: saved ?? null,
  };
}

/** The vault's part of the store. */
export class VaultTable extends AuditTable implements VaultStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  vaultKeys(workspace?: string): Promise<VaultKeyRow[]> {
    return attempt(() => this.#pool.ask<VaultKeyRow>(LIST_VAULT_KEYS, [workspace ?? null]));
  }

  async vaultKey(workspace: string, id?: string): Promise<VaultKeyRow | undefined> {
    const [row] = await attempt(() =>
      id === undefined
        ? this.#pool.ask<VaultKeyRow>(FIND_NEWEST_VAULT_KEY, [workspace])
        : this.#pool.ask<VaultKeyRow>(FIND_VAULT_KEY, [workspace, id]),
    );
    return row;
  }

  async makeVaultKey(key: NewVaultKey): Promise<VaultKeyRow> {
    await attempt(() => this.#pool.ask(INSERT_FIRST_VAULT_KEY, columnsOf(key)));
    const row = await this.vaultKey(key.workspace);
    if (!row) throw new RelayError('unavailable');
    return row;
  }

  rotateVaultKey(key: NewVaultKey, written: (before: string | null) => AuditEntry): Promise<void> {
    const { workspace, madeAt } = key;
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        // Before the keys, so that of two who rotate at once the second retires the key of the first.
        const head = await lockTrail(tx, workspace);
        const [before] = await tx.ask<{ id: string }>(RETIRE_VAULT_KEY, [workspace, madeAt]);
        tx.write(INSERT_VAULT_KEY, columnsOf(key));
        appendLines(tx, workspace, head, [written(before?.id ?? null)]);
      }),
    );
  }

  rewrapVaultKeys(rewrap: (key: VaultKeyRow) => Promise<string>): Promise<void> {
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        for (const key of await tx.ask<VaultKeyRow>(LOCK_VAULT_KEYS))
          tx.write(REWRAP_VAULT_KEY, [key.workspace, key.id, await rewrap(key)]);
      }),
    );
  }

  dropVaultKeys(workspace: string, before: number, written: (key: string) => AuditEntry): Promise<string[]> {
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const head = await lockTrail(tx, workspace);
        const dropped = (await tx.ask<{ id: string }>(DROP_VAULT_KEYS, [workspace, before])).map(({ id }) => id);
        appendLines(tx, workspace, head, dropped.map(written));
        return dropped;
      }),
    );
  }

  sealedForOthers(workspace: string, key: string, after: SealedValue | null, limit: number): Promise<SealedValue[]> {
    const place = [after?.conversation ?? FIRST, after?.form ?? FIRST, after?.field ?? ''];
    return attempt(() => this.#pool.ask<SealedValue>(FIND_SEALED_FOR_OTHERS, [workspace, key, ...place, limit]));
  }

  async resealValue(workspace: string, read: SealedValue, { key, enc, ct }: SealedValue): Promise<boolean> {
    const place = [workspace, read.conversation, read.form, read.field, read.key, read.ct];
    return (await attempt(() => this.#pool.ask(RESEAL_VALUE, [...place, key, enc, ct]))).length > 0;
  }

  revealBasis(place: FormPlace): Promise<RevealBasis | undefined> {
    return attempt(() => this.#pool.transact((tx) => findBasis(tx, place)));
  }

  recordReveal(place: FormPlace, request: string, decide: (basis: RevealBasis, again: boolean) => readonly AuditEntry[]): Promise<void> {
    const { workspace } = place;
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const [head, basis, [before]] = await Promise.all([
          lockTrail(tx, workspace),
          findBasis(tx, place),
          tx.ask(FIND_REVEALED, [workspace, request]),
        ]);
        if (!basis) throw new RelayError('not-found');
        const entries = decide(basis, before !== undefined);
        if (entries.some(({ what }) => what === 'value.revealed')) tx.write(MARK_REVEALED, [workspace, request]);
        appendLines(tx, workspace, head, entries);
      }),
    );
  }
}
