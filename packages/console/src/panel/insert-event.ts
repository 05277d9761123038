/** Inside a desk: text is to go into the draft of a conversation, where the caret is. Whoever has that draft prevents it. */
export class DeskbellInsertEvent extends Event {
  readonly conversation: string;
  readonly text: string;

  constructor(conversation: string, text: string) {
    super('deskbell-insert', { cancelable: true });
    this.conversation = conversation;
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-insert': DeskbellInsertEvent;
  }
}
