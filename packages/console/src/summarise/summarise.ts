import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { DeskbellDraftEvent } from '@deskbell/parts/events.js';
import { icon } from '@deskbell/parts/icon.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { aiIcon } from '../assist/icons.js';
import { ConversationPiece } from '../desk-piece.js';
import { refusalWords } from '../words/refusal.js';
import { DeskbellWritingEvent, NO_WRITING } from '../writing/writing-event.js';
import { styles } from './summarise.styles.js';

/**
 * "AI Summary": has a model summarise the conversation into a note that nobody has saved yet. Shows nothing where there is no model.
 *
 * @csspart summarise - "AI Summary", and "Stop" while it is being written.
 * @fires {DeskbellDraftEvent} deskbell-draft - The note with what has come so far, below what stood in it before.
 * @fires {DeskbellWritingEvent} deskbell-writing - It has begun, it is there, or why not.
 */
@customElement('deskbell-summarise')
@localized()
export class DeskbellSummarise extends ConversationPiece {
  static override styles = [tokens, base, buttons, styles];

  /** What stands in the note. */
  @property() note = '';

  @state() private going: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.turn();
  }

  protected override turn(): void {
    this.going?.abort('forget');
    this.going = undefined;
  }

  protected override render() {
    const isOpen = this.desk?.connection.phase === 'open';
    if (!this.desk?.desk?.ai.summary) return nothing;
    return this.going
      ? html`<button part="summarise" class="quiet" type="button" @click=${() => this.going?.abort('stop')}>${msg('Stop')}</button>`
      : html`<button part="summarise" class="quiet" type="button" ?disabled=${!isOpen} @click=${this.summarise}>${icon(aiIcon)}${msg('AI Summary')}</button>`;
  }

  private async summarise(): Promise<void> {
    const { shown, note, host } = this;
    if (shown === undefined) return;
    const going = (this.going = new AbortController());
    const before = note.trim() ? `${note.trim()}\n\n` : '';
    let text = '';
    let fault = '';
    this.dispatchEvent(new DeskbellWritingEvent({ phase: 'begun' }));
    try {
      for await (const piece of host?.activeSession?.write({ task: 'summary', conversation: shown }, going.signal) ?? []) {
        text += piece;
        this.dispatchEvent(new DeskbellDraftEvent(before + text));
      }
    } catch (error) {
      if (!going.signal.aborted) fault = refusalWords(error);
    }
    if (going.signal.reason === 'forget') return;
    this.going = undefined;
    // Half of one is not what was asked for.
    if (fault) this.dispatchEvent(new DeskbellDraftEvent(note));
    const hasText = text !== '' && !fault;
    this.dispatchEvent(
      new DeskbellWritingEvent(fault ? { phase: 'failed', fault } : hasText ? { phase: 'written', undo: false } : NO_WRITING),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-summarise': DeskbellSummarise;
  }
}
