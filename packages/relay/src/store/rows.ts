import type { Attachment } from '@deskbell/protocol/attachments.js';
import { UNROUTED } from '@deskbell/protocol/conversation.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import type { Author } from '@deskbell/protocol/people.js';
import type { ConversationRow, NewConversation, NewEvent } from './store.js';

/** A conversation as the database has it, with its newest message beside it. */
export interface ConversationRecord {
  id: string;
  workspace: string;
  site: string;
  channel: ConversationRow['channel'];
  phase: ConversationRow['phase'];
  queue_id: string;
  queue_name: string;
  customer: string;
  customer_name: string;
  agent_id: string | null;
  agent_name: string | null;
  started_at: number;
  waiting_since: number;
  accepted_at: number | null;
  assigned_at: number | null;
  ended_at: number | null;
  priority: number;
  skills: ConversationRow['skills'];
  offer_agent: string | null;
  offer_name: string | null;
  offer_until: number | null;
  snoozed_until: number | null;
  wrap_up_until: number | null;
  refused: ConversationRow['refused'];
  bot: ConversationRow['bot'];
  awaiting_since: number | null;
  disposition: ConversationRow['disposition'];
  engagement: string;
  noted: boolean;
  survey: ConversationRow['survey'];
  last_agent_id: string | null;
  last_agent_name: string | null;
  seq: number;
  read_customer: number;
  read_agent: number;
  last_text: string | null;
  last_role: Author['role'] | null;
  last_at: number | null;
  last_attachments: number | null;
}

export interface EventRecord {
  conversation: string;
  seq: number;
  id: string;
  at: number;
  type: LogEvent['type'];
  by_role: Author['role'];
  by_id: string;
  by_name: string;
  body: string;
  marks: Mark[] | null;
  attachments: Attachment[] | null;
}

const sideOfAuthor = (role: Author['role']): 'customer' | 'agent' | 'bot' | 'system' =>
  role === 'customer' || role === 'system' || role === 'bot' ? role : 'agent';

export const toRow = (record: ConversationRecord): ConversationRow => ({
  id: record.id,
  workspace: record.workspace,
  site: record.site,
  channel: record.channel,
  phase: record.phase,
  queue: { id: record.queue_id, name: record.queue_name },
  customer: { id: record.customer, name: record.customer_name },
  agent: record.agent_id === null ? null : { id: record.agent_id, name: record.agent_name ?? '' },
  priority: record.priority,
  skills: record.skills,
  offer:
    record.offer_agent === null
      ? null
      : { agent: { id: record.offer_agent, name: record.offer_name ?? '' }, until: record.offer_until ?? 0 },
  snoozedUntil: record.snoozed_until,
  wrapUpUntil: record.wrap_up_until,
  refused: record.refused,
  bot: record.bot,
  startedAt: record.started_at,
  waitingSince: record.waiting_since,
  acceptedAt: record.accepted_at,
  assignedAt: record.assigned_at,
  endedAt: record.ended_at,
  awaitingSince: record.awaiting_since,
  seq: record.seq,
  read: { customer: record.read_customer, agent: record.read_agent },
  lastLine:
    record.last_text === null || record.last_at === null || record.last_role === null
      ? null
      : {
          text: record.last_text,
          by: sideOfAuthor(record.last_role),
          at: record.last_at,
          ...(record.last_attachments !== null && { attachments: record.last_attachments }),
        },
  disposition: record.disposition,
  engagement: record.engagement,
  noted: record.noted,
  survey: record.survey,
  lastAgent: record.last_agent_id === null ? null : { id: record.last_agent_id, name: record.last_agent_name ?? '' },
});

/** The row of a conversation that has just begun. */
export const newRow = ({
  id,
  workspace,
  site,
  queue,
  customer,
  at,
  priority = 0,
  bot = null,
  started,
  then = [],
}: NewConversation): ConversationRow => ({
  ...UNROUTED,
  priority,
  refused: {},
  bot,
  noted: false,
  lastAgent: null,
  id,
  workspace,
  site,
  channel: 'chat',
  phase: started.bot === undefined ? 'waiting' : 'bot',
  queue,
  customer,
  agent: null,
  startedAt: at,
  waitingSince: at,
  acceptedAt: null,
  assignedAt: null,
  endedAt: null,
  awaitingSince: null,
  seq: 1 + then.length,
  read: { customer: 0, agent: 0 },
  lastLine: null,
  disposition: null,
});

export const toEvent = (record: EventRecord): LogEvent => {
  const base = {
    conversation: record.conversation,
    seq: record.seq,
    id: record.id,
    at: record.at,
    by: { id: record.by_id, name: record.by_name, role: record.by_role },
  };
  if (record.type === 'message.sent')
    return {
      type: 'message.sent',
      ...base,
      text: record.body,
      ...(record.marks && { marks: record.marks }),
      ...(record.attachments && { attachments: record.attachments }),
    };
  if (record.type === 'note.added') return { type: 'note.added', ...base, text: record.body };
  return { type: record.type, ...base, ...(JSON.parse(record.body) as object) } as LogEvent;
};

/** What is a text and nothing else is saved as it is, so that it can be searched. */
const isPlain = (event: NewEvent): event is Extract<NewEvent, { type: 'message.sent' | 'note.added' }> =>
  event.type === 'message.sent' || event.type === 'note.added';

/** The columns of an event that is about to be saved. */
export const toRecord = (event: NewEvent, conversation: string, seq: number): EventRecord => {
  const { type, id, at, by, ...rest } = event;
  const marks = event.type === 'message.sent' ? (event.marks ?? null) : null;
  return {
    conversation,
    seq,
    id,
    at,
    type,
    by_role: by.role,
    by_id: by.id,
    by_name: by.name,
    body: isPlain(event) ? event.text : JSON.stringify(rest),
    marks,
    attachments: null,
  };
};
