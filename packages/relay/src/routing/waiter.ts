import type { LiveEventOf } from '@deskbell/protocol/events.js';

/** How long somebody will wait; undefined where nothing is known. */
export type Wait = LiveEventOf<'queue.placed'>['wait'];

/** Somebody who wants to know their place. */
export interface Waiter {
  /** @param place - 1 for the next. */
  place(conversation: string, place: number, wait: Wait): void;
}
