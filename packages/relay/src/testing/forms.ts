import type { TestContext } from 'node:test';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import type { LogEventOf } from '@deskbell/protocol/events.js';
import { sealedFor, type Sealed } from '@deskbell/protocol/forms.js';
import { v7 } from 'uuid';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { Pool } from '../store/pool.js';
import { openPostgresStore } from '../store/postgres-store.js';
import type { TestClient } from './client.js';
import { testDatabase } from './database.js';
import { testRelay, type TestRelay, type TestRelayOptions } from './relay.js';
import { seal } from '../vault/seal.js';

/** Forms of the harbour. */
export const FORMS = [
  {
    id: 'return',
    name: 'Send something back',
    retentionDays: 30,
    fields: [
      { name: 'order', label: 'Order', kind: 'text', required: true, pattern: 'H-\\d+', message: 'H- and the number' },
      { name: 'why', label: 'Why?', kind: 'choice', options: ['Broken', 'Not wanted'] },
      { name: 'photo', label: 'A photo', kind: 'file', when: { field: 'why', is: ['Broken'] } },
      { name: 'account', label: 'Account', kind: 'text', masked: true },
      { name: 'card', label: 'Card', kind: 'cardNumber', masked: true, when: { field: 'why', is: ['Not wanted'] } },
    ],
  },
  { id: 'visit', name: 'A visit', fields: [{ name: 'day', label: 'Day', kind: 'date' }] },
  {
    id: 'secret',
    name: 'Secured',
    secured: true,
    fields: [{ name: 'pin', label: 'PIN', kind: 'text', required: true, pattern: '\\d{4}' }],
  },
] as const satisfies WorkspaceInput['forms'];

/** A sealed value as it lies in the database. */
export interface KeptValue extends Sealed {
  readonly workspace: string;
  readonly conversation: string;
  readonly form: string;
  readonly field: string;
  readonly key: string;
  readonly expires_at: number | null;
}

/** A relay with forms, a conversation in it, and a look into what it keeps. */
export async function formsRelay(test: TestContext, options: TestRelayOptions = {}) {
  const address = await testDatabase();
  const store = await openPostgresStore({ address });
  const database = new Pool(address, 1);
  const relay = await testRelay(test, {
    ...options,
    store,
    settings: { forms: structuredClone<WorkspaceInput['forms']>(FORMS), ...options.settings },
  });
  test.after(async () => {
    await database.end();
    await store.close();
  });
  const kept = (): Promise<KeptValue[]> => database.ask('select * from sealed_values order by field');
  /** Everything that is saved, but for what is sealed. */
  const saved = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all(['events', 'conversations', 'archive', 'settings'].map((table) => database.ask(`select * from ${table}`))),
    );
  return { relay, kept, saved, ...(await relay.talking()) };
}

/** Sends a form, and gives the event as the customer gets it. */
export async function sendForm(
  agent: TestClient,
  customer: TestClient,
  conversation: string,
  form: string,
): Promise<LogEventOf<'form.sent'>> {
  const id = v7();
  agent.say({ type: 'form.send', id, conversation, form });
  return customer.next('form.sent', (event) => event.id === id);
}

/** The answer to a form as a browser sends it: some values open, some sealed. */
export async function answerTo(
  { conversation, id: form, vault }: LogEventOf<'form.sent'>,
  values: Record<string, string>,
  secrets: Record<string, string> = {},
): Promise<CommandOf<'form.answer'>> {
  const answer = { type: 'form.answer', id: v7(), conversation, form, values } as const;
  if (!vault || Object.keys(secrets).length === 0) return answer;
  const sealed = Object.entries(secrets).map(
    async ([name, value]) => [name, await seal(vault, value, sealedFor(conversation, form, name))] as const,
  );
  return { ...answer, sealed: { key: vault.id, values: Object.fromEntries(await Promise.all(sealed)) } };
}

/** What is sealed, opened as whoever may look does. */
export const openKept = (relay: TestRelay, { workspace, conversation, form, field, key, enc, ct }: KeptValue): Promise<string> =>
  relay.vault.open(workspace, key, { enc, ct }, sealedFor(conversation, form, field));
