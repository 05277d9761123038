import type { ConversationSummary, Skills } from '@deskbell/protocol/conversation.js';
import type { Changes } from './changes.js';
import type { ShortcutName } from './shortcuts/table.js';

const OUT: EventInit = { bubbles: true, composed: true };

/** A conversation was chosen to be shown; undefined where none is any more. A desk that hears it shows it, unless it is prevented. */
export class DeskbellSelectEvent extends Event {
  readonly conversation: string | undefined;

  constructor(conversation: string | undefined) {
    super('deskbell-select', { ...OUT, cancelable: true });
    this.conversation = conversation;
  }
}

/** "Accept" was pressed. A desk that hears it asks the relay for the conversation, unless it is prevented. */
export class DeskbellAcceptEvent extends Event {
  readonly conversation: string;

  constructor(conversation: string) {
    super('deskbell-accept', { ...OUT, cancelable: true });
    this.conversation = conversation;
  }
}

/** "Reject" was pressed. A desk that hears it gives what is offered away, unless it is prevented. */
export class DeskbellRejectEvent extends Event {
  readonly conversation: string;

  constructor(conversation: string) {
    super('deskbell-reject', { ...OUT, cancelable: true });
    this.conversation = conversation;
  }
}

/** A conversation became the agent's own. */
export class DeskbellAcceptedEvent extends Event {
  readonly conversation: ConversationSummary;

  constructor(conversation: ConversationSummary) {
    super('deskbell-accepted', OUT);
    this.conversation = conversation;
  }
}

/** One of the agent's conversations came to its end, by either side; its wrap-up begins. */
export class DeskbellEndedEvent extends Event {
  readonly conversation: ConversationSummary;

  constructor(conversation: ConversationSummary) {
    super('deskbell-ended', OUT);
    this.conversation = conversation;
  }
}

/** One of the agent's conversations is over and done with, and left the tray. */
export class DeskbellClosedEvent extends Event {
  readonly conversation: ConversationSummary;

  constructor(conversation: ConversationSummary) {
    super('deskbell-closed', OUT);
    this.conversation = conversation;
  }
}

/** One of the agent's conversations left the tray and goes on: in a queue, or with a colleague, as its row says. */
export class DeskbellTransferredEvent extends Event {
  readonly conversation: ConversationSummary;

  constructor(conversation: ConversationSummary) {
    super('deskbell-transferred', OUT);
    this.conversation = conversation;
  }
}

/** Does something at an event that nobody prevents: after everybody else, so that whoever does is heard. */
export const unlessPrevented =
  <E extends Event>(act: (event: E) => unknown) =>
  (event: E) =>
    queueMicrotask(() => event.defaultPrevented || void act(event));

/** What the page around a desk is told of what happened. */
export const eventsOf = ({ accepted, ended, transferred, closed }: Changes): Event[] => [
  ...accepted.map((row) => new DeskbellAcceptedEvent(row)),
  ...ended.map((row) => new DeskbellEndedEvent(row)),
  ...transferred.map((row) => new DeskbellTransferredEvent(row)),
  ...closed.map((row) => new DeskbellClosedEvent(row)),
];

/** Inside a desk: the keys of a shortcut were pressed. Whoever does it prevents it, so that it is done once. */
export class DeskbellShortcutEvent extends Event {
  readonly shortcut: ShortcutName;
  /** Where the keys were pressed, from the inside out. */
  readonly path: readonly EventTarget[];

  constructor(shortcut: ShortcutName, path: readonly EventTarget[]) {
    super('deskbell-shortcut', { cancelable: true });
    this.shortcut = shortcut;
    this.path = path;
  }
}

/** The list of keyboard shortcuts was asked for. */
export class DeskbellShortcutsEvent extends Event {
  constructor() {
    super('deskbell-shortcuts', OUT);
  }
}

/** Something is to be said to the agent: what they asked for was done. */
export class DeskbellSayEvent extends Event {
  readonly words: string;

  constructor(words: string) {
    super('deskbell-say', OUT);
    this.words = words;
  }
}

/** Other skills are asked for. */
export class DeskbellSkillsEvent extends Event {
  readonly skills: Skills;

  constructor(skills: Skills) {
    super('deskbell-skills', OUT);
    this.skills = skills;
  }
}

/** A standard response was chosen, as it is to be inserted. */
export class DeskbellResponseEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('deskbell-response', OUT);
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-select': DeskbellSelectEvent;
    'deskbell-accept': DeskbellAcceptEvent;
    'deskbell-reject': DeskbellRejectEvent;
    'deskbell-accepted': DeskbellAcceptedEvent;
    'deskbell-ended': DeskbellEndedEvent;
    'deskbell-closed': DeskbellClosedEvent;
    'deskbell-transferred': DeskbellTransferredEvent;
    'deskbell-shortcut': DeskbellShortcutEvent;
    'deskbell-shortcuts': DeskbellShortcutsEvent;
    'deskbell-say': DeskbellSayEvent;
    'deskbell-response': DeskbellResponseEvent;
    'deskbell-skills': DeskbellSkillsEvent;
  }
}
