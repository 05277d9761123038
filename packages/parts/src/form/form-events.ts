import type { FieldValues } from '@deskbell/protocol/fields.js';

// They go no further than the element's own surroundings, and carry nothing that is masked: what listens on the page hears neither.

/** Something else stands in a form. */
export class DeskbellFillEvent extends Event {
  /** How many of its fields are filled in. */
  readonly filled: number;
  /** What is open of it, as it was typed, by the field's name. */
  readonly open: FieldValues;

  constructor(filled: number, open: FieldValues) {
    super('deskbell-fill');
    this.filled = filled;
    this.open = open;
  }
}

/** A form is filled in, without a fault that could be found here: its `answer` is to be sent. */
export class DeskbellFilledEvent extends Event {
  constructor() {
    super('deskbell-filled');
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-fill': DeskbellFillEvent;
    'deskbell-filled': DeskbellFilledEvent;
  }
}
