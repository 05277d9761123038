import type { ConversationView } from '../conversation-view.js';

/** What was said, as somebody sees it: the log first, then what is pending, with where it stands. */
export const texts = (view: ConversationView | undefined): string[] => [
  ...(view?.log.events.flatMap((event) => (event.type === 'message.sent' ? [event.text] : [])) ?? []),
  ...(view?.pending.map(({ text, state }) => `${text} (${state})`) ?? []),
];
