/** The form before the chat was filled in. */
export class DeskbellIntroduceEvent extends Event {
  /** What was typed, by the field's name. */
  readonly values: Readonly<Record<string, string>>;

  constructor(values: Readonly<Record<string, string>>) {
    super('deskbell-introduce', { bubbles: true, composed: true });
    this.values = values;
  }
}

declare global {
  interface HTMLElementEventMap {
    'deskbell-introduce': DeskbellIntroduceEvent;
  }
}
