import { linesOf } from '@deskbell/protocol/check-fields.js';
import type { LogEvent, LogEventOf } from '@deskbell/protocol/events.js';
import type { FieldKind } from '@deskbell/protocol/fields.js';
import type { Store } from '../store/store.js';
import type { Said } from './reader.js';

/** The most events of a log that AI looks at, the newest of it. */
const MAX_EVENTS = 1_000;

/** Who somebody is, is in no prompt. */
const PERSONAL = ['name', 'email'];

/** What tells who somebody is, and the ids of files, which tell nothing. */
const UNSAID: readonly FieldKind[] = ['email', 'phone', 'file'];

/** What stands for a masked value. */
const MASKED = '••••';

/** What a customer filled in, a line a field as they were asked for; by their names alone where the form lies too far back. */
function filledIn({ form, values, masked }: LogEventOf<'form.answered'>, events: readonly LogEvent[]): string {
  const sent = events.find((event): event is LogEventOf<'form.sent'> => event.type === 'form.sent' && event.id === form);
  const names = sent?.form.fields.map(({ name }) => name) ?? [...Object.keys(values), ...masked];
  return names
    .flatMap((name) => {
      const { label, kind } = sent?.form.fields.find((field) => field.name === name) ?? { label: name, kind: 'text' as const };
      const typed = values[name] ?? '';
      const value = masked.includes(name) ? MASKED : kind === 'choices' ? linesOf(typed).join(', ') : typed;
      return value === '' || PERSONAL.includes(name) || UNSAID.includes(kind) ? [] : [`${label}: ${value}`];
    })
    .join('\n');
}

/**
 * What was said, without names, notes, and whatever the relay said by itself. What was asked before the chat, or by a form, was said by the
 * customer.
 */
export function saidIn(events: readonly LogEvent[]): Said[] {
  return events.flatMap((event): Said[] => {
    if (event.type === 'conversation.started') {
      const answers = (event.answers ?? []).filter(({ field, value }) => value !== '' && !PERSONAL.includes(field));
      return answers.map(({ value }) => ({ from: 'customer', text: value }));
    }
    if (event.type === 'form.answered') {
      const text = filledIn(event, events);
      return text === '' ? [] : [{ from: 'customer', text }];
    }
    if (event.type !== 'message.sent' || event.by.role === 'system') return [];
    return [{ from: event.by.role === 'customer' ? 'customer' : 'agent', text: event.text }];
  });
}

/** The newest of a log. */
export const newestEvents = (store: Pick<Store, 'eventsBefore'>, conversation: string): Promise<LogEvent[]> =>
  store.eventsBefore(conversation, 2_147_483_647, MAX_EVENTS);
