import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Disposition } from '@deskbell/protocol/conversation.js';
import type { Author, Named } from '@deskbell/protocol/people.js';
import type { Store } from '../packages/relay/src/store/store.js';
import { AGENTS, type AgentId } from './people.js';

/** A conversation that somebody had before the demo was first started. */
interface Past {
  readonly id: string;
  readonly customer: { readonly id: string; readonly name: string; readonly email: string };
  /** The page it was started on. */
  readonly page: string;
  readonly agent: AgentId;
  /** How long before the first start it began. */
  readonly minutesAgo: number;
  readonly disposition: Disposition;
  readonly description: string;
  /** What agents wrote down about the customer, at its end. */
  readonly notes?: readonly (readonly [by: AgentId, text: string])[];
  readonly said: readonly (readonly [side: 'customer' | 'agent', text: string])[];
}

/** Where the past took place. */
export interface Place {
  readonly workspace: string;
  readonly site: string;
  readonly queue: Named;
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const MINUTE = 60_000;

const PAST = JSON.parse(readFileSync(new URL('./past.json', import.meta.url), 'utf8')) as Past[];

async function relive(store: Store, place: Place, past: Past): Promise<void> {
  const { workspace, queue } = place;
  const { id: conversation, disposition, description } = past;
  const { email, ...named } = past.customer;
  const customer: Author = { ...named, role: 'customer' };
  const agent = AGENTS[past.agent];
  const author: Author = { ...agent, role: 'agent' };
  let at = place.now - past.minutesAgo * MINUTE;
  const event = (by: Author) => ({ id: randomUUID(), at, by });

  await store.createCustomer({ ...named, workspace, email, externalId: null });
  const started = {
    type: 'conversation.started',
    ...event(customer),
    customer: named,
    queue,
    email,
    page: place.origin + past.page,
  } as const;
  await store.startConversation({ workspace, site: place.site, id: conversation, queue, customer: named, at, started });

  const [[, question] = ['customer', ''], ...rest] = past.said;
  await store.appendMessage({ workspace, conversation, id: randomUUID(), by: customer, side: 'customer', text: question, at });
  at += MINUTE;
  const accepted = { type: 'conversation.accepted', ...event(author), agent } as const;
  await store.changeConversation(workspace, conversation, accepted.id, () => ({
    row: { phase: 'active', agent, acceptedAt: at },
    events: [accepted],
  }));
  for (const [side, text] of rest) {
    at += MINUTE;
    await store.appendMessage({ workspace, conversation, id: randomUUID(), by: side === 'agent' ? author : customer, side, text, at });
  }
  at += MINUTE;
  for (const [by, text] of past.notes ?? []) {
    const noted = { type: 'note.added', ...event({ ...AGENTS[by], role: 'agent' }), text } as const;
    await store.changeConversation(workspace, conversation, noted.id, () => ({ row: {}, events: [noted] }));
  }
  const ended = { type: 'conversation.ended', ...event(customer) } as const;
  await store.changeConversation(workspace, conversation, ended.id, () => ({
    row: { phase: 'wrapUp', endedAt: at, awaitingSince: null },
    events: [ended],
  }));
  const disposed = { type: 'conversation.disposed', ...event(author), disposition, description } as const;
  const { row } = await store.changeConversation(workspace, conversation, disposed.id, () => ({
    row: { phase: 'closed', disposition },
    events: [disposed],
  }));
  await store.markRead(workspace, conversation, 'customer', row.seq);
  await store.markRead(workspace, conversation, 'agent', row.seq);
}

/** Puts conversations of the last days into an empty demo, so that "Closed" has something to be searched. Does nothing the second time. */
export async function seed(store: Store, place: Place): Promise<void> {
  for (const past of PAST) {
    if (!(await store.conversation(place.workspace, past.id))) await relive(store, place, past);
  }
}
