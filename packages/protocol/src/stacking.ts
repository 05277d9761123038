import type { Author } from './people.js';

/** Anything with an author and a moment: a saved message, or one that is still on its way. */
export interface Stackable {
  readonly at: number;
  readonly by: Author;
}

const MINUTE = 60_000;

/**
 * Whether a message belongs under the same time stamp as the one before it (DLV 4): same author, same clock minute. A clock minute is
 * the same in every time zone in use, as their offsets are whole minutes.
 */
export const stacksOn = (before: Stackable, next: Stackable): boolean =>
  before.by.id === next.by.id && before.by.role === next.by.role && Math.floor(before.at / MINUTE) === Math.floor(next.at / MINUTE);

/** Groups messages, in their order, into the stacks that share one time stamp. */
export function stacksOf<T extends Stackable>(messages: readonly T[]): T[][] {
  const stacks: T[][] = [];
  let before: T | undefined;
  for (const message of messages) {
    const last = stacks.at(-1);
    if (last && before && stacksOn(before, message)) last.push(message);
    else stacks.push([message]);
    before = message;
  }
  return stacks;
}
