import type { Attachment } from '@deskbell/protocol/attachments.js';
import { EXPIRED, type Disposition, type Phase } from '@deskbell/protocol/conversation.js';
import type { SummaryEvent } from '@deskbell/protocol/events.js';
import { sideOf, type Author, type Person } from '@deskbell/protocol/people.js';
import type { Survey } from '@deskbell/protocol/surveys.js';
import type { NewEvent, SimulatedLog } from './simulated-log.js';
import type { SimulatedRelay } from './simulate-relay.js';

/** The customer that a simulated customer session is, unless it is told otherwise. */
export const MAYA: Person = { id: 'maya', name: 'Maya Lindqvist', role: 'customer', workspace: 'harbour' };
export const ANA: Person = { id: 'ana', name: 'Ana Ruiz', role: 'agent', workspace: 'harbour' };
export const BEN: Person = { id: 'ben', name: 'Ben Okafor', role: 'agent', workspace: 'harbour' };

const LINES = [
  'Hello, I ordered a lamp on Monday and it has not been sent yet.',
  'Hello Maya. I am looking it up.',
  'The order is H-2087.',
  'Thank you. It leaves our workshop tomorrow morning.',
  'Oh good. Can it still go to another address?',
  'Yes. Tell me the address and I change it before it is packed.',
] as const;

const SECOND = 1_000;

let made = 0;

/** The next of a row of ids that are the same in every run. */
export const nextId = (): string => `00000000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;

const author = ({ id, name, role }: Person): Author => ({ id, name, role });

const SYSTEM: Author = { id: 'system', name: 'Deskbell', role: 'system' };

export interface Seed {
  readonly phase?: Phase;
  /** How many messages it has, by customer and agent in turns. */
  readonly messages?: number;
  /** What they say, in turns; some talk about a lamp where left out. */
  readonly lines?: readonly string[];
  readonly customer?: Person;
  readonly agent?: Person;
  readonly disposition?: Disposition;
  /** How long ago it began, in ms; messages come 20 s apart, or closer where they would not fit. */
  readonly ago?: number;
  readonly email?: string;
  readonly page?: string;
  readonly answers?: readonly { field: string; value: string }[];
}

/** Puts a conversation into the relay as if it had happened. Returns its id. */
export function seed(relay: SimulatedRelay, options: Seed = {}): string {
  const {
    phase = 'active',
    messages = phase === 'waiting' ? 1 : 4,
    lines = LINES,
    customer = MAYA,
    agent = ANA,
    ago = 10 * 60 * SECOND,
  } = options;
  const id = nextId();
  const begin = relay.clock.now() - ago;
  const gap = Math.min(20 * SECOND, Math.floor(ago / (messages + 4)));
  const who = { id: customer.id, name: customer.name };
  const log = relay.log(id, who);
  log.summary = { ...log.summary, startedAt: begin, waitingSince: begin };
  let at = begin;
  const add = (event: NewEvent) => log.append(event, (at += gap));
  const { email, page, answers } = options;
  const known = { ...(email && { email }), ...(page && { page }), ...(answers && { answers: [...answers] }) };
  log.append({ type: 'conversation.started', id: nextId(), by: author(customer), customer: who, queue: relay.queue, ...known }, begin);
  const ends = phase === 'wrapUp' || phase === 'closed';
  for (let index = 0; index < messages; index++) {
    const text = lines[index % lines.length] ?? '';
    const byCustomer = index % 2 === 0 || phase === 'waiting';
    add({ type: 'message.sent', id: nextId(), by: author(byCustomer ? customer : agent), text });
    if (index === 0 && phase !== 'waiting')
      add({ type: 'conversation.accepted', id: nextId(), by: author(agent), agent: { id: agent.id, name: agent.name } });
  }
  if (messages === 0 && phase !== 'waiting')
    add({ type: 'conversation.accepted', id: nextId(), by: author(agent), agent: { id: agent.id, name: agent.name } });
  if (ends) add({ type: 'conversation.ended', id: nextId(), by: author(agent) });
  if (phase === 'closed')
    add({
      type: 'conversation.disposed',
      id: nextId(),
      by: author(agent),
      disposition: options.disposition ?? 'resolved',
      description: '',
    });
  return id;
}

const logOf = (relay: SimulatedRelay, conversation: string): SimulatedLog => {
  const log = relay.logs.get(conversation);
  if (!log) throw new Error(`the simulated relay has no conversation ${conversation}`);
  return log;
};

const happen = (relay: SimulatedRelay, conversation: string, event: NewEvent, ago = 0): void => {
  const log = logOf(relay, conversation);
  relay.tell(log, log.append(event, relay.clock.now() - ago).event);
};

/** Somebody says something, as if from another browser. */
export const says = (relay: SimulatedRelay, conversation: string, by: Person, text: string, attachments?: Attachment[]): void => {
  happen(relay, conversation, { type: 'message.sent', id: nextId(), by: author(by), text, ...(attachments && { attachments }) });
};

/** Somebody reacts to a message, by its `seq`. */
export const reacts = (relay: SimulatedRelay, conversation: string, by: Person, message: number, emoji: string | null): void => {
  happen(relay, conversation, { type: 'message.reacted', id: nextId(), by: author(by), message, emoji });
};

/** Somebody's dots come, or go. */
export const types = (relay: SimulatedRelay, conversation: string, by: Person, on = true): void => {
  relay.tellLive(conversation, { type: 'typing.changed', conversation, by: author(by), on });
};

/** Somebody has seen everything. */
export const reads = (relay: SimulatedRelay, conversation: string, by: Person): void => {
  const log = logOf(relay, conversation);
  log.markRead(sideOf(by.role), log.summary.seq);
  relay.tellLive(conversation, { type: 'conversation.read', conversation, read: log.summary.read });
};

export const accepts = (relay: SimulatedRelay, conversation: string, by: Person = ANA): void => {
  happen(relay, conversation, { type: 'conversation.accepted', id: nextId(), by: author(by), agent: { id: by.id, name: by.name } });
};

export const ends = (relay: SimulatedRelay, conversation: string, by: Person): void => {
  happen(relay, conversation, { type: 'conversation.ended', id: nextId(), by: author(by) });
};

/** The customer is asked how it was. Returns the id of what was sent. */
export const surveys = (relay: SimulatedRelay, conversation: string, survey: Survey): string => {
  const id = nextId();
  happen(relay, conversation, { type: 'survey.sent', id, by: SYSTEM, survey });
  return id;
};

/** The customer says how it was. */
export const rates = (relay: SimulatedRelay, conversation: string, survey: string, score: number, comment = ''): void => {
  happen(relay, conversation, { type: 'survey.answered', id: nextId(), by: author(MAYA), survey, score, comment });
};

/** Somebody writes down something about the customer; `ago` ms before now. */
export const notes = (relay: SimulatedRelay, conversation: string, by: Person, text: string, ago = 0): void => {
  happen(relay, conversation, { type: 'note.added', id: nextId(), by: author(by), text }, ago);
};

/** Puts a waiting conversation to an agent. */
export const offers = (relay: SimulatedRelay, conversation: string, to: Person = ANA, seconds = 20): void => {
  const agent = { id: to.id, name: to.name };
  happen(relay, conversation, { type: 'offer.made', id: nextId(), by: SYSTEM, agent, until: relay.clock.now() + seconds * SECOND });
};

/** The time for an offer is up. */
export const expires = (relay: SimulatedRelay, conversation: string): void => {
  const agent = logOf(relay, conversation).summary.offer?.agent;
  if (!agent) throw new Error(`${conversation} is offered to nobody`);
  happen(relay, conversation, { type: 'offer.ended', id: nextId(), by: SYSTEM, agent, why: 'expired' });
  relay.statuses.laid.set(agent.id, 'away-idle');
  relay.tellStatus(agent.id);
};

/** Somebody else gives a conversation to an agent. */
export const gives = (relay: SimulatedRelay, conversation: string, by: Person, to: Person): void => {
  const { queue } = logOf(relay, conversation).summary;
  happen(relay, conversation, {
    type: 'conversation.transferred',
    id: nextId(),
    by: author(by),
    queue,
    agent: { id: to.id, name: to.name },
  });
};

/** The wrap-up of a conversation that has ended closes by itself. */
export const timesWrapUp = (relay: SimulatedRelay, conversation: string, seconds: number): void => {
  happen(relay, conversation, { type: 'wrap-up.timed', id: nextId(), by: SYSTEM, until: relay.clock.now() + seconds * SECOND });
};

/** The time of a wrap-up is up. */
export const expiresWrapUp = (relay: SimulatedRelay, conversation: string): void => {
  happen(relay, conversation, { type: 'conversation.disposed', id: nextId(), by: SYSTEM, disposition: EXPIRED, description: '' });
};

/** What the agent finds who has just got a conversation is there. */
export const finds = (relay: SimulatedRelay, conversation: string, found: Partial<SummaryEvent> = {}): void => {
  const { events, summary } = logOf(relay, conversation);
  const got = events.findLast((event) => event.type === 'conversation.accepted' || event.type === 'conversation.transferred');
  const agent = summary.agent ?? { id: ANA.id, name: ANA.name };
  happen(relay, conversation, {
    type: 'summary.added',
    id: nextId(),
    by: SYSTEM,
    text: 'Customer: Hello, I ordered a lamp on Monday and it has not been sent yet.\nAgent: I am looking it up.',
    madeBy: 'extract',
    intent: 'Delivery',
    sentiment: 'negative',
    of: got?.seq ?? 1,
    upTo: summary.seq,
    agent,
    queue: summary.queue,
    waited: 95_000,
    earlier: [],
    ...found,
  });
};
