import type { FieldValues } from '@deskbell/protocol/fields.js';

const OUT: EventInit = { bubbles: true, composed: true };

/** Something else stands in a field of an action's form: all its values. */
export class DeskbellActionFormEvent extends Event {
  readonly values: FieldValues;

  constructor(values: FieldValues) {
    super('deskbell-action-form', OUT);
    this.values = values;
  }
}

/** An action's form is to be submitted, or cancelled. */
export class DeskbellActEvent extends Event {
  readonly what: 'submit' | 'cancel';

  constructor(what: 'submit' | 'cancel') {
    super('deskbell-act', OUT);
    this.what = what;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-action-form': DeskbellActionFormEvent;
    'deskbell-act': DeskbellActEvent;
  }
}
