import { engagementAtEnd } from '@deskbell/protocol/conversation.js';
import type { Author } from '@deskbell/protocol/people.js';
import { RelayError, type RefusalCode } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import type { AppendedMessage, Change, Changed, ConversationRow, Customer, NewMessage, Store } from '../store/store.js';

export const WORKSPACE = 'harbour';
export const QUEUE = { id: 'support', name: 'Support' };
export const ANA: Author = { id: 'ana', name: 'Ana Ruiz', role: 'agent' };
export const BEN: Author = { id: 'ben', name: 'Ben Okafor', role: 'agent' };

/** A customer who is known to the store. */
export const newCustomer = (store: Store, name = 'Kim Lee', workspace = WORKSPACE): Promise<Customer> =>
  store.createCustomer({ id: v7(), workspace, name, email: null, externalId: null });

export const asAuthor = ({ id, name }: { id: string; name: string }): Author => ({ id, name, role: 'customer' });

const ASKED = { answered: null, tries: 0, call: null, collected: [], transcript: null };

/** A conversation in `waiting`, or with an AI agent of that name. */
export const startOne = (
  store: Store,
  customer: Customer,
  { at = 1_000, id = v7(), bot }: { at?: number; id?: string; bot?: string | undefined } = {},
): Promise<Changed> =>
  store.startConversation({
    workspace: customer.workspace,
    site: 'shop',
    id,
    queue: QUEUE,
    customer: { id: customer.id, name: customer.name },
    at,
    ...(bot !== undefined && { bot: ASKED }),
    started: {
      type: 'conversation.started',
      id: v7(),
      at,
      by: asAuthor(customer),
      customer: { id: customer.id, name: customer.name },
      queue: QUEUE,
      ...(bot !== undefined && { bot }),
    },
  });

export const accepted =
  (by: Author, commandId: string, at = 2_000) =>
  (_row: ConversationRow): Change => ({
    row: { phase: 'active', agent: { id: by.id, name: by.name }, acceptedAt: at, assignedAt: at },
    events: [{ type: 'conversation.accepted', id: commandId, at, by, agent: { id: by.id, name: by.name } }],
  });

export const ended =
  (by: Author, commandId: string, at = 9_000) =>
  (row: ConversationRow): Change => ({
    row: { phase: row.agent ? 'wrapUp' : 'closed', endedAt: at, awaitingSince: null, engagement: engagementAtEnd(row.engagement) },
    events: [{ type: 'conversation.ended', id: commandId, at, by }],
  });

export const disposed =
  (by: Author, commandId: string, at = 9_500) =>
  (): Change => ({
    row: { phase: 'closed', disposition: 'resolved' },
    events: [{ type: 'conversation.disposed', id: commandId, at, by, disposition: 'resolved', description: '' }],
  });

/** Says something, with what is left out filled in. */
export const say = (
  store: Store,
  conversation: string,
  by: Author,
  text: string,
  more: Partial<NewMessage> = {},
): Promise<AppendedMessage> =>
  store.appendMessage({
    workspace: WORKSPACE,
    conversation,
    id: v7(),
    by,
    side: by.role === 'customer' ? 'customer' : 'agent',
    text,
    at: 3_000,
    ...more,
  });

/** A conversation that an agent has accepted; its log has two events. */
export async function startActive(store: Store, agent = ANA): Promise<{ customer: Author; id: string }> {
  const customer = await newCustomer(store);
  const { row } = await startOne(store, customer);
  const command = v7();
  await store.changeConversation(WORKSPACE, row.id, command, accepted(agent, command));
  return { customer: asAuthor(customer), id: row.id };
}

/** For `assert.rejects`. */
export const refusedWith =
  (code: RefusalCode) =>
  (error: unknown): boolean =>
    error instanceof RelayError && error.code === code;
