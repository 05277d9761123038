import type { Author } from './people.js';

/** Who reacted to a message, and with what: one reaction a person, by who they are to the conversation. */
export type Given = ReadonlyMap<string, { readonly by: Author; readonly emoji: string }>;

/** One emoji under a message, and everybody who gave it, the first to do so first. */
export interface Reaction {
  readonly emoji: string;
  readonly people: readonly Author[];
}

// A conversation has one customer, whose id changes when they become known.
const keyOf = ({ id, role }: Author): string => (role === 'customer' ? 'customer' : `agent ${id}`);

/** What is given after somebody reacted: another emoji takes the place of the one before, null takes it back. */
export function withReaction(given: Given, by: Author, emoji: string | null): Given {
  const key = keyOf(by);
  if (given.get(key)?.emoji === emoji) return given;
  const next = new Map(given);
  next.delete(key);
  if (emoji !== null) next.set(key, { by, emoji });
  return next;
}

/** What stands under a message: each emoji once, the first that was given first. */
export function reactionsOf(given: Given): Reaction[] {
  const people = new Map<string, Author[]>();
  for (const { by, emoji } of given.values()) people.set(emoji, [...(people.get(emoji) ?? []), by]);
  return [...people].map(([emoji, by]) => ({ emoji, people: by }));
}

/** What this person gave; undefined for nothing. */
export const givenBy = (given: Given, person: Pick<Author, 'id' | 'role'>): string | undefined =>
  given.get(keyOf({ ...person, name: '' }))?.emoji;
