import type { Mark } from '@deskbell/protocol/marks.js';

const OUT: EventInit = { bubbles: true, composed: true };

/** A message worth sending was written: never too long, and empty only where something is attached. */
export class DeskbellSubmitEvent extends Event {
  readonly text: string;
  /** What is marked in it; left out where nothing is. */
  readonly marks: readonly Mark[] | undefined;

  constructor(text: string, marks?: readonly Mark[]) {
    super('deskbell-submit', OUT);
    this.text = text;
    this.marks = marks;
  }
}

/** The text in a composer changed, or what is marked in it. */
export class DeskbellDraftEvent extends Event {
  readonly value: string;
  /** What is marked in it; left out where nothing is. */
  readonly marks: readonly Mark[] | undefined;

  constructor(value: string, marks?: readonly Mark[]) {
    super('deskbell-draft', OUT);
    this.value = value;
    this.marks = marks;
  }
}

/** A key that writes was pressed in a composer. */
export class DeskbellTypingEvent extends Event {
  constructor() {
    super('deskbell-typing', OUT);
  }
}

/** Somebody handed over files: chose, dropped or pasted them. */
export class DeskbellAttachEvent extends Event {
  readonly files: readonly File[];

  constructor(files: readonly File[]) {
    super('deskbell-attach');
    this.files = files;
  }
}

/** What was not delivered is to be sent again. */
export class DeskbellResendEvent extends Event {
  constructor() {
    super('deskbell-resend', OUT);
  }
}

/** A transcript has shown everything it has, and there is more to be fetched. */
export class DeskbellEarlierEvent extends Event {
  constructor() {
    super('deskbell-earlier', OUT);
  }
}

/** The end of a transcript came into view, or out of it: what is there can be taken as seen, or not. */
export class DeskbellAtEndEvent extends Event {
  readonly atEnd: boolean;

  constructor(atEnd: boolean) {
    super('deskbell-at-end', OUT);
    this.atEnd = atEnd;
  }
}

/** Somebody reacts to a message, by its `seq`: with an emoji in place of the one before, or with null to take it back. */
export class DeskbellReactEvent extends Event {
  readonly message: number;
  readonly emoji: string | null;

  constructor(message: number, emoji: string | null) {
    super('deskbell-react', OUT);
    this.message = message;
    this.emoji = emoji;
  }
}

/** A dialog was closed, by a button in it, by Escape, or by `close()`. */
export class DeskbellCloseEvent extends Event {
  constructor() {
    super('deskbell-close', OUT);
  }
}

/** An item of a menu was chosen. */
export class DeskbellChooseEvent extends Event {
  readonly item: string;

  constructor(item: string) {
    super('deskbell-choose', OUT);
    this.item = item;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-submit': DeskbellSubmitEvent;
    'deskbell-draft': DeskbellDraftEvent;
    'deskbell-typing': DeskbellTypingEvent;
    'deskbell-attach': DeskbellAttachEvent;
    'deskbell-resend': DeskbellResendEvent;
    'deskbell-earlier': DeskbellEarlierEvent;
    'deskbell-at-end': DeskbellAtEndEvent;
    'deskbell-react': DeskbellReactEvent;
    'deskbell-close': DeskbellCloseEvent;
    'deskbell-choose': DeskbellChooseEvent;
  }
}
