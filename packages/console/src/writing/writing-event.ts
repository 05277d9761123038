/** How it stands with what a model writes into a draft. */
export type Writing =
  | { readonly phase: 'none' }
  | { readonly phase: 'begun' }
  /** `undo`: whether the draft of before can be had back. */
  | { readonly phase: 'written'; readonly undo: boolean }
  | { readonly phase: 'failed'; readonly fault: string };

export const NO_WRITING: Writing = { phase: 'none' };

/** It stands differently with what a model writes. */
export class DeskbellWritingEvent extends Event {
  readonly writing: Writing;

  constructor(writing: Writing) {
    super('deskbell-writing', { bubbles: true });
    this.writing = writing;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-writing': DeskbellWritingEvent;
  }
}
