import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import type { TextBox } from '../editor/text-box.js';

/** A draft that a model writes into: what is on its way is shown and not kept, and in the end it is one step that can be undone. */
export class DraftPlace {
  private readonly composer: DeskbellComposer;
  private readonly before: string;
  private readonly giveBack: (() => void) | undefined;

  /** @param reason - Why nobody can write there meanwhile. */
  constructor(composer: DeskbellComposer, reason: string) {
    this.composer = composer;
    this.before = composer.value;
    this.giveBack = editorIn(composer)?.hold();
    composer.disabled = true;
    composer.reason = reason;
  }

  /** Shows what there is so far. */
  show(text: string): void {
    this.composer.value = text;
  }

  /** The draft is as it was, with all that could be undone. */
  async restore(): Promise<void> {
    const { composer } = this;
    this.free(this.before);
    await composer.updateComplete;
    this.giveBack?.();
  }

  /** Leaves it to the draft of another conversation. */
  leave(draft: string): void {
    this.free(draft);
  }

  /** Puts a text in its place, in one step. */
  async replace(text: string): Promise<void> {
    await this.restore();
    this.composer.replaceStart(this.before.length, text);
  }

  private free(draft: string): void {
    Object.assign(this.composer, { value: draft, disabled: false, reason: '' });
  }
}

const editorIn = (composer: DeskbellComposer): TextBox | null => composer.querySelector<TextBox>('deskbell-editor');

/** Takes the last step in a draft back, as Ctrl+Z does. */
export function undoIn(composer: DeskbellComposer): void {
  composer.focus();
  const editor = editorIn(composer);
  if (editor) editor.undo();
  // Deprecated everywhere and replaced nowhere: nothing else reaches the undo history of a text box.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  else document.execCommand('undo');
}
