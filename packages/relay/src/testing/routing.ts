import type { Author, Named } from '@deskbell/protocol/people.js';
import { v7 } from 'uuid';
import type { AgentChange, AgentRow } from '../store/agents-store.js';
import type { Assignment } from '../store/routing-store.js';
import type { Change, Changed, Store } from '../store/store.js';
import { ANA, QUEUE, WORKSPACE, newCustomer, startOne } from './conversations.js';

/** An agent who is available, and there till 100 s. */
export const cameIn = (store: Store, { id, name }: Named = ANA, change: AgentChange = {}): Promise<AgentRow> =>
  store.changeAgent({ id, name, workspace: WORKSPACE }, () => ({ status: 'available', seenUntil: 100_000, ...change }));

/** The id of a conversation in `waiting`. */
export const waitingOne = async (store: Store, at = 1_000): Promise<string> =>
  (await startOne(store, await newCustomer(store), { at })).row.id;

/** Changes a conversation's row without an event. */
export const set = (store: Store, id: string, row: Change['row'], timers: Change['timers'] = {}): Promise<Changed> =>
  store.changeConversation(WORKSPACE, id, v7(), () => ({ row, events: [], timers }));

/** An offer till 30 s of what waits in the queue and asks for nothing more, to an agent with three slots. */
export const assignment = (conversation: string, { id, name }: Named = ANA, more: Partial<Assignment> = {}): Assignment => ({
  conversation,
  asked: { queue: QUEUE.id, skills: {}, refused: {} },
  agent: { id, name },
  slots: 3,
  until: 30_000,
  event: v7(),
  ...more,
});

/** The relay, as the author of what it does by itself. */
export const SYSTEM_AUTHOR: Author = { id: 'system', name: 'Deskbell', role: 'system' };
