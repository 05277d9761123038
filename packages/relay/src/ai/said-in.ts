import type { LogEvent } from '@deskbell/protocol/events.js';
import type { Store } from '../store/store.js';
import type { Said } from './reader.js';

/** The most events of a log that AI looks at, the newest of it. */
const MAX_EVENTS = 1_000;

/** Who somebody is, is in no prompt. */
const PERSONAL = ['name', 'email'];

/** What was said, without names, notes, and whatever the relay said by itself. What was asked before the chat was said by the customer. */
export function saidIn(events: readonly LogEvent[]): Said[] {
  return events.flatMap((event): Said[] => {
    if (event.type === 'conversation.started') {
      const answers = (event.answers ?? []).filter(({ field, value }) => value !== '' && !PERSONAL.includes(field));
      return answers.map(({ value }) => ({ from: 'customer', text: value }));
    }
    if (event.type !== 'message.sent' || event.by.role === 'system') return [];
    return [{ from: event.by.role === 'customer' ? 'customer' : 'agent', text: event.text }];
  });
}

/** The newest of a log. */
export const newestEvents = (store: Pick<Store, 'eventsBefore'>, conversation: string): Promise<LogEvent[]> =>
  store.eventsBefore(conversation, 2_147_483_647, MAX_EVENTS);
