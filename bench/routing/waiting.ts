import { v7 } from 'uuid';
import type { Store } from '@deskbell/relay/store/store.js';
import { SITE, WORKSPACE } from '../identities.js';
import { QUEUE } from './settings.js';

async function wait(store: Store): Promise<void> {
  const [customer, at] = [{ id: v7(), name: 'Kim Lee' }, Date.now()];
  await store.createCustomer({ ...customer, workspace: WORKSPACE, email: null, externalId: null });
  await store.startConversation({
    workspace: WORKSPACE,
    site: SITE,
    id: v7(),
    queue: QUEUE,
    customer,
    at,
    started: { type: 'conversation.started', id: v7(), at, by: { ...customer, role: 'customer' }, customer, queue: QUEUE },
  });
}

/** Puts customers into the queue, past any relay. */
export async function fillQueue(store: Store, count: number): Promise<void> {
  for (let index = 0; index < count; index += 50) await Promise.all(Array.from({ length: Math.min(50, count - index) }, () => wait(store)));
}
