import type { LogEvent } from '@deskbell/protocol/events.js';

/** How many events `conversation.follow` answers with where the client has none. */
export const FIRST_PAGE = 50;

/** How far behind a client may be and still get everything that it missed; further behind it begins anew. */
export const CATCH_UP = 200;

/** What one page may hold, in characters of text: some are three bytes on the wire. */
export const PAGE_TEXT = 150_000;

function lengthOf(event: LogEvent): number {
  if (event.type === 'conversation.disposed') return event.description.length;
  if (event.type === 'transcript.fetched') return event.messages.reduce((sum, { text }) => sum + text.length + 50, 0);
  if (event.type === 'form.sent') return JSON.stringify(event.form).length;
  if (event.type === 'form.answered') return JSON.stringify([event.values, event.attachments]).length;
  const earlier = event.type === 'summary.added' ? event.earlier.reduce((sum, { text }) => sum + text.length + 300, 0) : 0;
  return earlier + ('text' in event ? event.text.length : 0);
}

const sizeOf = (event: LogEvent): number => lengthOf(event) + 300;

/** The newest of ascending events that fit into a page; always at least one, so that a reader gets on. */
export function newestThatFit(events: readonly LogEvent[], limit = PAGE_TEXT): readonly LogEvent[] {
  let size = 0;
  let first = events.length;
  for (const event of events.toReversed()) {
    size += sizeOf(event);
    if (size > limit && first < events.length) break;
    first -= 1;
  }
  return first === 0 ? events : events.slice(first);
}
