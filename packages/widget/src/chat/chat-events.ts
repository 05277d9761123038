const OUT: EventInit = { bubbles: true, composed: true };

/** The chat's window opened or closed. */
export class DeskbellToggleEvent extends Event {
  readonly open: boolean;

  constructor(open: boolean) {
    super('deskbell-toggle', OUT);
    this.open = open;
  }
}

/** The number of unread messages changed. */
export class DeskbellUnreadEvent extends Event {
  readonly count: number;

  constructor(count: number) {
    super('deskbell-unread', OUT);
    this.count = count;
  }
}

/** The customer's conversation began, was taken by an agent, or ended. */
export class DeskbellConversationEvent extends Event {
  readonly conversation: string;
  readonly phase: 'waiting' | 'active' | 'ended';

  constructor(conversation: string, phase: 'waiting' | 'active' | 'ended') {
    super('deskbell-conversation', OUT);
    this.conversation = conversation;
    this.phase = phase;
  }
}

/** A page is shown to an agent, or how that stands changed. */
export class DeskbellCobrowseEvent extends Event {
  /** `live`: the agent sees this page; `private`, `failed`, `elsewhere` and `reconnecting`: not now; `ended`: not any more. */
  readonly phase: 'connecting' | 'live' | 'private' | 'failed' | 'elsewhere' | 'reconnecting' | 'ended';
  /** The agent's name. */
  readonly agent: string;

  constructor(phase: DeskbellCobrowseEvent['phase'], agent: string) {
    super('deskbell-cobrowse', OUT);
    this.phase = phase;
    this.agent = agent;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-toggle': DeskbellToggleEvent;
    'deskbell-unread': DeskbellUnreadEvent;
    'deskbell-conversation': DeskbellConversationEvent;
    'deskbell-cobrowse': DeskbellCobrowseEvent;
  }
}
