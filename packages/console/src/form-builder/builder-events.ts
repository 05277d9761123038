import type { FormField } from '@deskbell/protocol/forms.js';
import type { Draft } from './draft.js';

const OUT: EventInit = { bubbles: true, composed: true };

/** Something of a form is to be otherwise: all of it. */
export class DeskbellFormDraftEvent extends Event {
  readonly draft: Draft;

  constructor(draft: Draft) {
    super('deskbell-form-draft', OUT);
    this.draft = draft;
  }
}

/** Something of a field is to be otherwise. */
export class DeskbellFieldEvent extends Event {
  readonly change: Partial<FormField>;

  constructor(change: Partial<FormField>) {
    super('deskbell-field', OUT);
    this.change = change;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-form-draft': DeskbellFormDraftEvent;
    'deskbell-field': DeskbellFieldEvent;
  }
}
