import type { RelayEvent } from '@deskbell/protocol/events.js';

/** The id of the conversation that an event tells of; undefined where it tells of none. */
export function conversationOf(event: RelayEvent): string | undefined {
  if (!('conversation' in event) || event.type === 'session.opened') return undefined;
  const { conversation } = event;
  return typeof conversation === 'object' ? conversation.id : conversation;
}
