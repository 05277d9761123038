import type { Marked } from '@deskbell/protocol/marks.js';

/** What can stand in a composer in place of the text box. It does what that one does there, and fires `input` when somebody changed the text. */
export interface ComposerField extends HTMLElement {
  value: string;
  disabled: boolean;
  /** Selects a part of the text, in UTF-16 code units. */
  setSelectionRange(from: number, to: number): void;
  /** Puts text in at the caret; one undo takes it out again. */
  insert?(text: string): void;
  /** What is marked in `value`. */
  readonly marks?: Marked['marks'];
  /** What is to be sent. Without it, it is the text, trimmed. */
  readonly cleaned?: Marked;
}
