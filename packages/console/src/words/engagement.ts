import { msg } from '@lit/localize';
import { ENGAGEMENTS } from '@deskbell/protocol/conversation.js';
import type { Named } from '@deskbell/protocol/people.js';

function builtIn(engagement: (typeof ENGAGEMENTS)[number]): string {
  switch (engagement) {
    case 'in-progress':
      return msg('In Progress');
    case 'chat-finished':
      return msg('Chat Finished');
    case 'completed':
      return msg('Completed');
  }
}

/** The engagement statuses to choose from: the workspace's own between the built-in ones; `now` is among them, even where it was taken out of the settings. */
export function engagementsOf(own: readonly Named[], now: string): readonly Named[] {
  const [first, finished, completed] = ENGAGEMENTS;
  const named = (id: (typeof ENGAGEMENTS)[number]): Named => ({ id, name: builtIn(id) });
  const known = [named(first), named(finished), ...own, named(completed)];
  return known.some(({ id }) => id === now) ? known : [...known, { id: now, name: now }];
}
