import { msg, str } from '@lit/localize';
import type { LogEventOf } from '@deskbell/protocol/events.js';
import type { Side } from '@deskbell/protocol/people.js';
import { formats } from '../text/formats.js';
import type { NoticeRow } from './row.js';

// A name that is written the other way must not turn the sentence around it: first-strong isolate, and its end.
const apart = (name: string): string => (/[^\u0000-\u02ff]/.test(name) ? `\u2068${name}\u2069` : name);

/** The names of a workspace's own dispositions, by code. */
export type DispositionNames = ReadonlyMap<string, string>;

/** A built-in disposition in the reader's language, another one by its code. */
export function dispositionWord(disposition: string): string {
  switch (disposition) {
    case 'resolved':
      return msg('Resolved');
    case 'abandoned':
      return msg('Abandoned');
    case 'pending':
      return msg('Pending');
    case 'expired':
      return msg('Time expired');
    default:
      return disposition;
  }
}

const outcome = ({ disposition, description }: LogEventOf<'conversation.disposed'>, names: DispositionNames): string => {
  if (disposition === null) return description ? msg(str`Closed: ${description}`) : msg('Closed');
  const name = apart(names.get(disposition) ?? dispositionWord(disposition));
  return description ? msg(str`Closed as ${name}: ${description}`) : msg(str`Closed as ${name}`);
};

/** What a notice says to the one who reads it: `me` is their id, `side` where they stand. */
export function noticeText({ event }: NoticeRow, me: string, side: Side, dispositions: DispositionNames = new Map()): string {
  const who = apart(event.by.name);
  switch (event.type) {
    case 'conversation.started':
      return side === 'customer' ? msg('Chat started') : msg(str`${apart(event.customer.name)} started a chat`);
    case 'bot.handed-over': {
      if (event.by.id === me) return msg('You asked for a person');
      if (event.by.role === 'customer') return msg(str`${who} asked for a person`);
      if (event.failed && side === 'agent') return msg('The AI agent could not go on. The conversation was handed over.');
      return msg('Handed over to a person');
    }
    case 'transcript.missed':
      return msg('The conversation with the AI agent could not be fetched');
    case 'transcript.fetched':
      return msg('The conversation with the AI agent was fetched');
    case 'conversation.accepted':
      return event.agent.id === me ? msg('You joined the chat') : msg(str`${apart(event.agent.name)} joined the chat`);
    case 'conversation.ended':
      if (event.by.id === me) return msg('You ended the chat');
      return event.by.role === 'system' ? msg('The chat ended') : msg(str`${who} ended the chat`);
    case 'conversation.disposed':
      return outcome(event, dispositions);
    case 'conversation.transferred':
      if (event.agent)
        return event.agent.id === me ? msg(str`${who} gave you the chat`) : msg(str`${apart(event.agent.name)} takes over the chat`);
      return side === 'customer' ? msg('You are being transferred') : msg(str`Transferred to ${apart(event.queue.name)}`);
    case 'conversation.returned':
      return side === 'customer' ? msg('The connection to the agent was lost. You have your old place in line.') : msg('Back in the queue');
    case 'conversation.skilled':
      return msg('Skills changed');
    case 'conversation.snoozed':
      return msg(str`Snoozed until ${formats().stamp(event.until)}`);
    case 'form.answered': {
      const form = apart(event.name);
      return event.by.id === me ? msg(str`You filled in “${form}”`) : msg(str`${who} filled in “${form}”`);
    }
    case 'conversation.woken':
      return msg('Snooze ended');
  }
}
