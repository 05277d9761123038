const OUT: EventInit = { bubbles: true, composed: true };

/** Another size of the customer's page was chosen: all of it at once, or its own. */
export class DeskbellScaleEvent extends Event {
  readonly mode: 'fit' | 'actual';

  constructor(mode: 'fit' | 'actual') {
    super('deskbell-scale');
    this.mode = mode;
  }
}

/** The page is to have all of the screen, or its place again. */
export class DeskbellWholeEvent extends Event {
  constructor() {
    super('deskbell-whole');
  }
}

/** Beside or in place of a conversation a customer's page is shown now, or none any more. */
export class DeskbellStageEvent extends Event {
  /** `chat`: beside the chat that it belongs to; `alone`: it has none; empty for none. */
  readonly shows: 'chat' | 'alone' | '';

  constructor(shows: DeskbellStageEvent['shows']) {
    super('deskbell-stage', OUT);
    this.shows = shows;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-scale': DeskbellScaleEvent;
    'deskbell-stage': DeskbellStageEvent;
    'deskbell-whole': DeskbellWholeEvent;
  }
}
