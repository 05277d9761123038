import { v7 } from 'uuid';
import type { Store } from '@deskbell/relay/store/store.js';
import { SITE, WORKSPACE, agentToken, customerToken } from '../identities.js';
import type { Member } from './load.js';

const QUEUE = { id: 'queue', name: 'Queue' };

/** Makes a conversation that is going on, and returns its customer and its agent. */
export async function makePair(store: Store, pair: number): Promise<[Member, Member]> {
  const [customer, conversation, agent] = [v7(), v7(), `agent-${String(pair)}`];
  const at = Date.now();
  const named = { id: customer, name: 'Kim Lee' };
  await store.createCustomer({ ...named, workspace: WORKSPACE, email: null, externalId: null });
  await store.startConversation({
    workspace: WORKSPACE,
    site: SITE,
    id: conversation,
    queue: QUEUE,
    customer: named,
    at,
    started: { type: 'conversation.started', id: v7(), at, by: { ...named, role: 'customer' }, customer: named, queue: QUEUE },
  });
  const command = v7();
  const who = { id: agent, name: 'Ana Ruiz' };
  await store.changeConversation(WORKSPACE, conversation, command, () => ({
    row: { phase: 'active', agent: who, acceptedAt: at },
    events: [{ type: 'conversation.accepted', id: command, at, by: { ...who, role: 'agent' }, agent: who }],
  }));
  return [
    { pair, side: 'customer', conversation, token: await customerToken(customer) },
    { pair, side: 'agent', conversation, token: await agentToken(agent, who.name) },
  ];
}
