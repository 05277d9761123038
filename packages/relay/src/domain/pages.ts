import type { LogEvent } from '@deskbell/protocol/events.js';

/** How many events `conversation.follow` answers with where the client has none. */
export const FIRST_PAGE = 50;

/** How far behind a client may be and still get everything that it missed; further behind it begins anew. */
export const CATCH_UP = 200;

/** What one page may hold, in characters of text: some are three bytes on the wire. */
export const PAGE_TEXT = 150_000;

const sizeOf = (event: LogEvent): number =>
  300 +
  ('text' in event ? event.text.length : event.type === 'conversation.disposed' ? event.description.length : 0) +
  (event.type === 'transcript.fetched' ? event.messages.reduce((size, { text }) => size + text.length + 50, 0) : 0);

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
