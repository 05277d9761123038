import type { CustomerState } from '@deskbell/client/customer.js';
import type { Author } from '@deskbell/protocol/people.js';

const made = new Map<string, readonly Author[]>();

/** Whose dots show while an AI agent owes an answer; undefined where none does. The same list each time, so that nothing is taken for a change. */
export function botTyping({ conversation, site }: CustomerState): readonly Author[] | undefined {
  const { phase, awaitingSince } = conversation?.log.summary ?? {};
  if (phase !== 'bot' || awaitingSince === null || !site?.bot) return undefined;
  const { name } = site.bot;
  const typing = made.get(name) ?? [{ id: 'bot', name, role: 'bot' }];
  made.set(name, typing);
  return typing;
}
