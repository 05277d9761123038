import { engagementAtEnd, type ConversationSummary } from './conversation.js';
import type { MessageEvent, SeenEvent } from './events.js';
import type { Side } from './people.js';

/** A conversation as somebody sees it: its row, and a contiguous, ascending stretch of its log that ends with the newest event. */
export interface Log {
  readonly summary: ConversationSummary;
  readonly events: readonly SeenEvent[];
}

/** The longest last line, in characters as PostgreSQL counts them: code points, so that no pair of surrogates is cut in half. */
export const MAX_LAST_LINE = 140;

// Twice as many code units hold at least as many code points, and spare the spreading of a long text.
const cut = (text: string): string =>
  text.length <= MAX_LAST_LINE ? text : [...text.slice(0, 2 * MAX_LAST_LINE)].slice(0, MAX_LAST_LINE).join('');

const withMessage = (summary: ConversationSummary, event: MessageEvent): ConversationSummary => {
  const { role } = event.by;
  const by = role === 'customer' || role === 'system' || role === 'bot' ? role : 'agent';
  return {
    ...summary,
    snoozedUntil: null,
    lastLine: { text: cut(event.text), by, at: event.at, ...(event.attachments && { attachments: event.attachments.length }) },
    awaitingSince: by === 'customer' ? (summary.awaitingSince ?? event.at) : by === 'agent' || by === 'bot' ? null : summary.awaitingSince,
  };
};

/** A conversation that waits again, whoever had it. */
const IN_NO_HANDS = { phase: 'waiting', agent: null, acceptedAt: null, assignedAt: null, offer: null, snoozedUntil: null } as const;

/** What an event does to the conversation's row. The relay's database does the same; the contract suite of the store compares them. */
const APPLY: {
  [T in SeenEvent['type']]: (summary: ConversationSummary, event: Extract<SeenEvent, { type: T }>, side: Side) => ConversationSummary;
} = {
  'conversation.started': (summary, { bot }) => (bot === undefined ? summary : { ...summary, phase: 'bot' }),
  'bot.handed-over': (summary, { queue, at, priority = summary.priority }) => ({
    ...summary,
    phase: 'waiting',
    queue,
    priority,
    waitingSince: at,
  }),
  'transcript.fetched': (summary) => summary,
  'transcript.missed': (summary) => summary,
  'conversation.accepted': (summary, { agent, at }) => ({
    ...summary,
    phase: 'active',
    agent,
    acceptedAt: at,
    assignedAt: at,
    offer: null,
  }),
  'offer.made': (summary, { agent, until }) => ({ ...summary, offer: { agent, until } }),
  'offer.ended': (summary) => ({ ...summary, offer: null }),
  'conversation.transferred': (summary, { queue, agent, at, priority = summary.priority }) => ({
    ...summary,
    ...IN_NO_HANDS,
    queue,
    priority,
    ...(agent ? { phase: 'active', agent, acceptedAt: summary.acceptedAt, assignedAt: at } : { waitingSince: at }),
  }),
  'conversation.returned': (summary) => ({ ...summary, ...IN_NO_HANDS }),
  'conversation.skilled': (summary, { skills }) => ({ ...summary, skills }),
  'conversation.snoozed': (summary, { until }) => ({ ...summary, snoozedUntil: until }),
  'conversation.woken': (summary) => ({ ...summary, snoozedUntil: null }),
  'message.sent': withMessage,
  'message.reacted': (summary) => summary,
  'conversation.ended': (summary, event, side) => ({
    ...summary,
    // Nobody owes a disposition for a conversation that nobody had.
    phase: side === 'agent' && summary.agent ? 'wrapUp' : 'closed',
    endedAt: event.at,
    awaitingSince: null,
    offer: null,
    snoozedUntil: null,
    engagement: side === 'agent' ? engagementAtEnd(summary.engagement) : summary.engagement,
  }),
  'wrap-up.timed': (summary, { until }) => ({ ...summary, wrapUpUntil: until }),
  'conversation.closed': (summary) => ({ ...summary, phase: 'closed' }),
  'conversation.disposed': (summary, event) => ({ ...summary, phase: 'closed', disposition: event.disposition, wrapUpUntil: null }),
  'note.added': (summary) => summary,
  'summary.added': (summary) => summary,
  'engagement.changed': (summary, { engagement }) => ({ ...summary, engagement }),
  'action.started': (summary) => summary,
  'action.performed': (summary) => summary,
  // Who asks has answered, and who fills in waits for an answer, as with messages; they have no words, so the last line stays.
  'form.sent': (summary) => ({ ...summary, awaitingSince: null, snoozedUntil: null }),
  'form.answered': (summary, { at }) => ({ ...summary, awaitingSince: summary.awaitingSince ?? at, snoozedUntil: null }),
  'survey.planned': (summary, { on }) => ({ ...summary, survey: on ? 'planned' : null }),
  'survey.sent': (summary, _, side) => (side === 'agent' ? { ...summary, survey: 'sent' } : summary),
  'survey.answered': (summary, _, side) => (side === 'agent' ? { ...summary, survey: 'answered' } : summary),
  'cobrowse.asked': (summary) => summary,
  'cobrowse.allowed': (summary) => summary,
  'cobrowse.ended': (summary) => summary,
  'event.hidden': (summary) => summary,
};

/**
 * Adds one event to a log, as the given side sees it. Returns the same log for a repeat, and `gap` where something between is missing:
 * the caller then asks for what follows the last `seq` it has.
 */
export function fold(log: Log, event: SeenEvent, side: Side): Log | 'gap' {
  if (event.seq <= log.summary.seq) return log;
  if (event.seq !== log.summary.seq + 1) return 'gap';
  const apply = APPLY[event.type] as (summary: ConversationSummary, event: SeenEvent, side: Side) => ConversationSummary;
  return { summary: { ...apply(log.summary, event, side), seq: event.seq }, events: [...log.events, event] };
}

/** Puts an answer to `conversation.follow` to what is there: added where it follows on, in its place where it does not. */
export function reopen(log: Log | undefined, summary: ConversationSummary, events: readonly SeenEvent[]): Log {
  if (!log) return { summary, events };
  // An answer that crossed with newer events has nothing to add.
  if (summary.seq < log.summary.seq) return log;
  const first = events[0]?.seq ?? summary.seq + 1;
  if (first > log.summary.seq + 1) return { summary, events };
  return { summary, events: [...log.events, ...events.filter((event) => event.seq > log.summary.seq)] };
}

/** Puts an older page in front. Returns the same log where the page does not end right before what is there. */
export function prepend(log: Log, events: readonly SeenEvent[]): Log {
  const first = log.events[0]?.seq;
  const last = events.at(-1)?.seq;
  return first === undefined || last !== first - 1 ? log : { ...log, events: [...events, ...log.events] };
}

/** Whether the log reaches back to its first event. */
export const isWhole = (log: Log): boolean => log.summary.seq === 0 || log.events[0]?.seq === 1;
