import type { CustomerState } from '@deskbell/client/customer.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import { DeskbellConversationEvent, DeskbellUnreadEvent } from '../chat/chat-events.js';

/**
 * Whether something came that was not seen and was not there before. What is fetched when a page opens is not news, however much of it is
 * unread.
 */
export function hasNews(before: CustomerState | undefined, now: CustomerState): boolean {
  const log = before?.conversation?.log;
  const isSame = log !== undefined && log.events.length > 0 && log.summary.id === now.conversation?.log.summary.id;
  return isSame && now.unread > (before?.unread ?? 0);
}

/** The events that tell a page how the chat went on between two states. */
export function eventsBetween(before: CustomerState | undefined, now: CustomerState): Event[] {
  const events: Event[] = [];
  if (now.unread !== (before?.unread ?? 0)) events.push(new DeskbellUnreadEvent(now.unread));
  const summary = now.conversation?.log.summary;
  const known = before?.conversation?.log.summary;
  if (summary && (summary.id !== known?.id || summary.phase !== known.phase))
    events.push(new DeskbellConversationEvent(summary.id, isOpen(summary.phase) ? (summary.agent ? 'active' : 'waiting') : 'ended'));
  return events;
}
