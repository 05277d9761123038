import { RelayError } from '@deskbell/protocol/refusals.js';
import type postgres from 'postgres';
import { attempt } from './faults.js';
import { transact } from './transact.js';
import { CLAIM_IDENTITY, HAND_OVER, KNOW_CUSTOMER } from './sql/identify-customer.js';
import type { Customer, Store } from './store.js';

interface CustomerRecord {
  id: string;
  workspace: string;
  name: string;
  email: string | null;
  external_id: string | null;
}

const toCustomer = ({ external_id, ...rest }: CustomerRecord): Customer => ({ ...rest, externalId: external_id });

const only = (records: readonly CustomerRecord[]): Customer => {
  const [record] = records;
  if (!record) throw new RelayError('not-found');
  return toCustomer(record);
};

/** The customers' part of the store. */
export class CustomerTable implements Pick<Store, 'createCustomer' | 'customer' | 'introduceCustomer' | 'identifyCustomer'> {
  readonly #sql: postgres.Sql;

  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }

  createCustomer({ id, workspace, name, email, externalId }: Customer): Promise<Customer> {
    return attempt(async () =>
      only(
        await this.#sql<CustomerRecord[]>`
          insert into customers (id, workspace, name, email, external_id) values (${id}, ${workspace}, ${name}, ${email}, ${externalId})
          returning id, workspace, name, email, external_id`,
      ),
    );
  }

  customer(workspace: string, id: string): Promise<Customer | undefined> {
    return attempt(async () => {
      const [record] = await this.#sql<CustomerRecord[]>`
        select id, workspace, name, email, external_id from customers where workspace = ${workspace} and id = ${id}`;
      return record && toCustomer(record);
    });
  }

  introduceCustomer(workspace: string, id: string, said: { name?: string; email?: string }): Promise<Customer> {
    return transact(this.#sql, async (tx) => {
      const customer = only(
        await tx<CustomerRecord[]>`
            update customers set name = coalesce(${said.name ?? null}, name), email = coalesce(${said.email ?? null}, email)
            where workspace = ${workspace} and id = ${id} returning id, workspace, name, email, external_id`,
      );
      await tx`update conversations set customer_name = ${customer.name} where workspace = ${workspace} and customer = ${id} and customer_name <> ${customer.name}`;
      return customer;
    });
  }

  identifyCustomer(
    workspace: string,
    anonymous: string | null,
    identity: { externalId: string; name?: string; email?: string; id: string },
  ): Promise<Customer> {
    const { externalId, name = null, email = null, id } = identity;
    return transact(this.#sql, async (tx) => {
      if (anonymous !== null) {
        const [claimed] = await tx.unsafe<CustomerRecord[]>(CLAIM_IDENTITY, [workspace, anonymous, externalId, name, email]);
        if (claimed) {
          await tx`update conversations set customer_name = ${claimed.name} where workspace = ${workspace} and customer = ${anonymous}`;
          return toCustomer(claimed);
        }
      }
      const known = only(await tx.unsafe<CustomerRecord[]>(KNOW_CUSTOMER, [workspace, id, externalId, name, email]));
      if (anonymous !== null && anonymous !== known.id) {
        const [before] = await tx<
          { external_id: string | null }[]
        >`select external_id from customers where workspace = ${workspace} and id = ${anonymous}`;
        // Somebody else who was signed in on this browser before keeps what is theirs.
        if (before?.external_id === null) await tx.unsafe(HAND_OVER, [workspace, anonymous, known.id, known.name]);
      }
      return known;
    });
  }
}
