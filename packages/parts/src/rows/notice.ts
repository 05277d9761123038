import { msg, str } from '@lit/localize';
import type { LogEventOf } from '@deskbell/protocol/events.js';
import type { Side } from '@deskbell/protocol/people.js';
import type { NoticeRow } from './row.js';

// A name that is written the other way must not turn the sentence around it: first-strong isolate, and its end.
const apart = (name: string): string => (/[^\u0000-\u02ff]/.test(name) ? `\u2068${name}\u2069` : name);

const outcome = ({ disposition, description }: LogEventOf<'conversation.disposed'>): string => {
  const name = { resolved: msg('Resolved'), abandoned: msg('Abandoned'), pending: msg('Pending') }[disposition];
  return description ? msg(str`Closed as ${name}: ${description}`) : msg(str`Closed as ${name}`);
};

/** What a notice says to the one who reads it: `me` is their id, `side` where they stand. */
export function noticeText({ event }: NoticeRow, me: string, side: Side): string {
  const who = apart(event.by.name);
  switch (event.type) {
    case 'conversation.started':
      return side === 'customer' ? msg('Chat started') : msg(str`${apart(event.customer.name)} started a chat`);
    case 'conversation.accepted':
      return event.agent.id === me ? msg('You joined the chat') : msg(str`${apart(event.agent.name)} joined the chat`);
    case 'conversation.ended':
      if (event.by.id === me) return msg('You ended the chat');
      return event.by.role === 'system' ? msg('The chat ended') : msg(str`${who} ended the chat`);
    case 'conversation.disposed':
      return outcome(event);
  }
}
