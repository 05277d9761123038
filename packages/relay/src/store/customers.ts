import { RelayError } from '@deskbell/protocol/refusals.js';
import type { AuditEntry } from '../audit/entry.js';
import { appendLines, lockTrail } from './audit-table.js';
import type { Asker, Parameter } from './database.js';
import { attempt } from './faults.js';
import type { Pool } from './pool.js';
import { CLAIM_IDENTITY } from './sql/claim-identity.js';
import { ERASE_AUTHOR, ERASE_CUSTOMER, ERASE_SAID, LIST_CONVERSATIONS_OF, LOCK_CUSTOMER } from './sql/erase-customer.js';
import { FIND_CUSTOMER } from './sql/find-customer.js';
import { HAND_OVER_CONVERSATIONS } from './sql/hand-over-conversations.js';
import { HAND_OVER_FILES } from './sql/hand-over-files.js';
import { INSERT_CUSTOMER } from './sql/insert-customer.js';
import { INTRODUCE_CUSTOMER } from './sql/introduce-customer.js';
import { KNOW_CUSTOMER } from './sql/know-customer.js';
import { RENAME_CUSTOMER } from './sql/rename-customer.js';
import { ERASE_SEALED } from './sql/sealed-values.js';
import type { Customer, Store } from './store.js';
import { VaultTable } from './vault-table.js';

type Asked = 'createCustomer' | 'customer' | 'introduceCustomer' | 'identifyCustomer' | 'eraseCustomer';

interface CustomerRecord {
  id: string;
  workspace: string;
  name: string;
  email: string | null;
  external_id: string | null;
}

async function find(asker: Asker, statement: string, parameters: readonly Parameter[]): Promise<Customer | undefined> {
  const [record] = await asker.ask<CustomerRecord>(statement, parameters);
  if (!record) return undefined;
  const { external_id: externalId, ...rest } = record;
  return { ...rest, externalId };
}

const need = (customer: Customer | undefined): Customer => {
  if (!customer) throw new RelayError('not-found');
  return customer;
};

/** The customers' part of the store. */
export class CustomerTable extends VaultTable implements Pick<Store, Asked> {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  createCustomer({ id, workspace, name, email, externalId }: Customer): Promise<Customer> {
    return attempt(async () => need(await find(this.#pool, INSERT_CUSTOMER, [id, workspace, name, email, externalId])));
  }

  customer(workspace: string, id: string): Promise<Customer | undefined> {
    return attempt(() => find(this.#pool, FIND_CUSTOMER, [workspace, id]));
  }

  introduceCustomer(workspace: string, id: string, said: { name?: string; email?: string }): Promise<Customer> {
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const customer = need(await find(tx, INTRODUCE_CUSTOMER, [workspace, id, said.name ?? null, said.email ?? null]));
        await tx.ask(RENAME_CUSTOMER, [workspace, id, customer.name]);
        return customer;
      }),
    );
  }

  identifyCustomer(
    workspace: string,
    anonymous: string | null,
    identity: { externalId: string; name?: string; email?: string; id: string },
  ): Promise<Customer> {
    const { externalId, name = null, email = null, id } = identity;
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const claimed = anonymous === null ? undefined : await find(tx, CLAIM_IDENTITY, [workspace, anonymous, externalId, name, email]);
        const known = claimed ?? need(await find(tx, KNOW_CUSTOMER, [workspace, id, externalId, name, email]));
        if (anonymous !== null && anonymous !== known.id) {
          await tx.ask(HAND_OVER_CONVERSATIONS, [workspace, anonymous, known.id, known.name]);
          await tx.ask(HAND_OVER_FILES, [workspace, anonymous, known.id]);
        }
        await tx.ask(RENAME_CUSTOMER, [workspace, known.id, known.name]);
        return known;
      }),
    );
  }

  eraseCustomer(workspace: string, id: string, by: Pick<AuditEntry, 'at' | 'who'>): Promise<void> {
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const [[customer], conversations] = await Promise.all([
          tx.ask<{ isGone: boolean }>(LOCK_CUSTOMER, [workspace, id]),
          tx.ask<{ id: string }>(LIST_CONVERSATIONS_OF, [workspace, id]),
        ]);
        if (!customer) throw new RelayError('not-found');
        const theirs = conversations.map((each) => each.id);
        const sealed = await tx.ask(ERASE_SEALED, [workspace, theirs]);
        await tx.ask(ERASE_CUSTOMER, [workspace, id, by.at]);
        await tx.ask(RENAME_CUSTOMER, [workspace, id, '']);
        const [named, said] = await Promise.all([tx.ask(ERASE_AUTHOR, [theirs]), tx.ask(ERASE_SAID, [theirs])]);
        // Erased again with nothing new: what was done is in the trail already.
        if (customer.isGone && [sealed, named, said].every((rows) => rows.length === 0)) return;
        const head = await lockTrail(tx, workspace);
        const counts = { conversations: theirs.length, values: sealed.length };
        appendLines(tx, workspace, head, [{ what: 'customer.erased', ...by, customer: id, ...counts }]);
      }),
    );
  }
}
