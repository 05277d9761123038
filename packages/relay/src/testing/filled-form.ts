import type { TestContext } from 'node:test';
import { sealedFor, type Form, type VaultKey } from '@deskbell/protocol/forms.js';
import { v7 } from 'uuid';
import type { SocketAddress } from '../database/embedded.js';
import { Pool } from '../store/pool.js';
import { openPostgresStore } from '../store/postgres-store.js';
import type { Store } from '../store/store.js';
import { seal } from '../vault/seal.js';
import { ANA, WORKSPACE } from './conversations.js';
import { testDatabase } from './database.js';

const field = { kind: 'text', required: false, masked: false } as const;

/** A form with two masked fields and an open one. */
export const PAYMENT: Form = {
  id: 'payment',
  name: 'Payment',
  secured: false,
  fields: [
    { ...field, name: 'order', label: 'Order' },
    { ...field, name: 'card', label: 'Card number', kind: 'cardNumber', masked: true },
    { ...field, name: 'cvc', label: 'Security code', masked: true },
    { ...field, name: 'iban', label: 'IBAN', masked: true },
  ],
};

/** A store, and the database that it is on. */
export interface OpenDatabase {
  readonly address: SocketAddress;
  readonly store: Store;
  readonly pool: Pool;
  /** The same as another relay has it. */
  readonly another: () => Promise<Store>;
}

export async function openDatabase(t: TestContext): Promise<OpenDatabase> {
  const address = await testDatabase();
  const pool = new Pool(address, 2);
  t.after(() => pool.end());
  const another = async (): Promise<Store> => {
    const store = await openPostgresStore({ address });
    t.after(() => store.close());
    return store;
  };
  return { address, store: await another(), pool, another };
}

export interface FilledForm {
  readonly conversation: string;
  /** The id of the `form.sent` event. */
  readonly form: string;
}

/**
 * A form that was sent and filled in, with masked values sealed for a key.
 * @param expiresAt - When they go by themselves, ms.
 */
export async function fillForm(
  { store, pool }: Pick<OpenDatabase, 'store' | 'pool'>,
  vault: VaultKey,
  conversation: string,
  values: Readonly<Record<string, string>>,
  { form = PAYMENT, expiresAt = null }: { form?: Form; expiresAt?: number | null } = {},
): Promise<FilledForm> {
  const [sent, answered] = [v7(), v7()];
  const row = await store.conversation(WORKSPACE, conversation);
  const customer = { ...(row?.customer ?? { id: '', name: '' }), role: 'customer' } as const;
  await store.changeConversation(WORKSPACE, conversation, sent, () => ({
    row: {},
    events: [
      { type: 'form.sent', id: sent, at: 4_000, by: ANA, form, vault },
      {
        type: 'form.answered',
        id: answered,
        at: 5_000,
        by: customer,
        form: sent,
        name: form.name,
        values: { order: 'H-2087' },
        masked: Object.keys(values),
      },
    ],
  }));
  for (const [name, value] of Object.entries(values)) {
    const { enc, ct } = await seal(vault, value, sealedFor(conversation, sent, name));
    await pool.ask(
      'insert into sealed_values (workspace, conversation, form, field, key, enc, ct, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [WORKSPACE, conversation, sent, name, vault.id, enc, ct, expiresAt],
    );
  }
  return { conversation, form: sent };
}
