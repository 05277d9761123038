import { UNROUTED, type ConversationSummary } from './conversation.js';
import type { LogEvent, SeenEvent } from './events.js';
import type { Side } from './people.js';

/** Who may see an event of the log. A new type of event does not compile without a line here. */
const SEEN_BY: { [T in LogEvent['type']]: readonly Side[] } = {
  'conversation.started': ['customer', 'agent'],
  'conversation.accepted': ['customer', 'agent'],
  'bot.handed-over': ['customer', 'agent'],
  'transcript.fetched': ['agent'],
  'transcript.missed': ['agent'],
  'offer.made': ['agent'],
  'offer.ended': ['agent'],
  'conversation.transferred': ['customer', 'agent'],
  'conversation.returned': ['customer', 'agent'],
  'conversation.skilled': ['agent'],
  'conversation.snoozed': ['agent'],
  'conversation.woken': ['agent'],
  'message.sent': ['customer', 'agent'],
  'message.reacted': ['customer', 'agent'],
  'conversation.ended': ['customer', 'agent'],
  'wrap-up.timed': ['agent'],
  'conversation.closed': ['agent'],
  'conversation.disposed': ['agent'],
  'note.added': ['agent'],
  'summary.added': ['agent'],
  'engagement.changed': ['agent'],
  'action.started': ['agent'],
  'action.performed': ['agent'],
  'form.sent': ['customer', 'agent'],
  'form.answered': ['customer', 'agent'],
  'survey.planned': ['agent'],
  'survey.sent': ['customer', 'agent'],
  'survey.answered': ['customer', 'agent'],
  'cobrowse.asked': ['customer', 'agent'],
  'cobrowse.allowed': ['customer', 'agent'],
  'cobrowse.ended': ['customer', 'agent'],
};

/** Customers are told that they were transferred, or handed over, and not how urgent they are there, nor what the AI agent said of them. */
function forCustomers(event: LogEvent): LogEvent {
  if (event.type === 'bot.handed-over') {
    const { priority: _priority, collected: _collected, intent: _intent, note: _note, failed: _failed, ...told } = event;
    return told;
  }
  if (event.type !== 'conversation.transferred') return event;
  const { priority: _priority, ...rest } = event;
  return rest;
}

/** Whether both sides see an event exactly alike, so that it can be written out once for all. */
export const isAlikeForAll = (event: LogEvent): boolean =>
  SEEN_BY[event.type].length === 2 && event.type !== 'bot.handed-over' && !('priority' in event);

/** What one side sees of an event: itself, or a stand-in that keeps the count. The only place where this is decided. */
export function seenBy(side: Side, event: LogEvent): SeenEvent {
  if (!SEEN_BY[event.type].includes(side)) return { type: 'event.hidden', conversation: event.conversation, seq: event.seq };
  return side === 'customer' ? forCustomers(event) : event;
}

/** What one side sees of a conversation's row: customers get nothing of how it is routed and wrapped up, nor the difference between over and done with. */
export const summaryFor = (side: Side, summary: ConversationSummary): ConversationSummary =>
  side === 'agent' ? summary : { ...summary, ...UNROUTED, disposition: null, phase: summary.phase === 'wrapUp' ? 'closed' : summary.phase };
