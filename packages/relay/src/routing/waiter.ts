/** Somebody who wants to know their place. */
export interface Waiter {
  /** @param place - 1 for the next. */
  place(conversation: string, place: number): void;
}
