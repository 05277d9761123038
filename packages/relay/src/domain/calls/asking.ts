import type { NewCallEvent } from '@deskbell/protocol/call-events.js';
import type { CallKind, LegMedia } from '@deskbell/protocol/calls.js';
import type { Author, Named } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { ringsUntil } from './answering.js';
import { mustBeFree, mustBeRoutable, type CallFacts } from './facts.js';
import { openMedia } from './steps.js';

/** As much of a chat as a call beside it depends on. */
export interface CallChat {
  readonly id: string;
  /** Whether its agent and its customer talk in it. */
  readonly isActive: boolean;
  readonly agent: Named | null;
  readonly customer: Named;
  readonly queue: Named;
  /** The id of a call in it that has not ended. */
  readonly call: string | null;
}

/** A call that somebody wants. */
export interface AskedCall {
  /** Of the call that it becomes. */
  readonly id: string;
  readonly kind: CallKind;
  readonly media: Pick<LegMedia, 'audio' | 'video'>;
}

type Asked = Extract<NewCallEvent, { type: 'call.asked' }>;

function mustHaveNone({ call }: CallChat): void {
  if (call !== null)
    throw new RelayError('already-open', 'there is a call in this chat already; answer it, or wait until it is over', {
      conversation: call,
    });
}

/** The agent of a chat asks its customer: it rings there (V3). */
export function askCustomer({ id, kind, media }: AskedCall, by: Author, chat: CallChat, facts: CallFacts): Asked {
  if (chat.agent?.id !== by.id) throw new RelayError('wrong-role', 'call: is for the agent who has the chat');
  if (!chat.isActive) throw new RelayError('wrong-phase', 'call: the chat has ended; begin the call while it goes on');
  mustHaveNone(chat);
  mustBeFree(facts, by.id, id);
  return {
    type: 'call.asked',
    at: facts.now,
    by,
    chat: chat.id,
    kind,
    origin: 'agent',
    customer: chat.customer,
    agent: chat.agent,
    queue: chat.queue,
    media: openMedia(media),
    ringsUntil: ringsUntil(facts.now),
    offer: null,
    recorded: facts.mayRecord,
  };
}

/**
 * The customer asks: it is put to the agent of their chat, or waits in a queue where there is none (V3).
 * @param chat - The one it is begun in; undefined where there is none.
 * @param taken - The id of a call of that customer's that has not ended.
 */
export function askAgent(
  { id, kind, media }: AskedCall,
  by: Author,
  chat: CallChat | undefined,
  queue: Named,
  taken: string | null,
  facts: CallFacts,
): Asked {
  if (chat && chat.customer.id !== by.id) throw new RelayError('not-found');
  if (chat) mustHaveNone(chat);
  if (taken !== null) throw new RelayError('already-open', 'call: you are on a call already; end that one first', { conversation: taken });
  const agent = chat?.isActive === true ? chat.agent : null;
  if (agent) mustBeRoutable(facts, agent.id, id);
  return {
    type: 'call.asked',
    at: facts.now,
    by,
    chat: chat?.id ?? null,
    kind,
    origin: 'customer',
    customer: { id: by.id, name: by.name },
    agent: null,
    queue,
    media: openMedia(media),
    ringsUntil: null,
    offer: agent && { agent, until: ringsUntil(facts.now) },
    recorded: facts.mayRecord,
  };
}

/** An agent dials somebody (VOX 9 limits what can be done on such a call). */
export function dial({ id, kind, media }: AskedCall, by: Author, to: Named, facts: CallFacts): Asked {
  mustBeFree(facts, by.id, id);
  return {
    type: 'call.asked',
    at: facts.now,
    by,
    chat: null,
    kind,
    origin: 'outbound',
    customer: to,
    agent: { id: by.id, name: by.name },
    queue: null,
    media: openMedia(media),
    ringsUntil: ringsUntil(facts.now),
    offer: null,
    recorded: facts.mayRecord,
  };
}
