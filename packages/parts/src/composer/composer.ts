import { localized, msg } from '@lit/localize';
import type { Marked } from '@deskbell/protocol/marks.js';
import type { Side } from '@deskbell/protocol/people.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base, buttons, fields } from '../base.js';
import { customElement } from '../custom-element.js';
import { DeskbellDraftEvent, DeskbellResendEvent, DeskbellSubmitEvent, DeskbellTypingEvent, type DeskbellChooseEvent } from '../events.js';
import { icon } from '../icon.js';
import { emojiIcon, sendIcon } from '../icons.js';
import { place } from '../popover/place.js';
import { popoverStyles } from '../popover/popover.styles.js';
import { tokens } from '../tokens.js';
import { note } from './note.js';
import { resendButton } from './resend-button.js';
import { styles } from './composer.styles.js';
import type { ComposerField } from './field.js';

/**
 * The box a customer or an agent writes in. Enter sends, Shift+Enter and Ctrl+Enter (Cmd+Return) make a new line, Tab goes to "Send".
 * Nothing is sent while an input method is composing.
 *
 * @slot above - What is to be said of the text, above it.
 * @slot tools - More buttons, beside "Emoji".
 * @slot uploads - What goes with the message, below the text box.
 * @slot field - A `ComposerField` in place of the text box. What was begun in that goes over, with the caret.
 * @csspart field - The text box.
 * @csspart send - "Send".
 * @csspart emoji - "Emoji".
 * @csspart resend - "Resend".
 * @csspart note - Why the box is off, how much room is left, or what is wrong.
 * @fires {DeskbellSubmitEvent} deskbell-submit - A message worth sending: not too long, empty only where something is attached. The box is empty after it.
 * @fires {DeskbellDraftEvent} deskbell-draft - The text changed.
 * @fires {DeskbellTypingEvent} deskbell-typing - Something was typed.
 * @fires {DeskbellResendEvent} deskbell-resend - What was not delivered is to go out again.
 */
@customElement('deskbell-composer')
@localized()
export class DeskbellComposer extends LitElement {
  static override styles = [tokens, base, buttons, fields, popoverStyles, styles];

  /** Who writes: one line with round corners for customers, a box with a bar of tools for agents. */
  @property({ reflect: true }) side: Side = 'customer';

  /** What is written. */
  @property() value = '';

  /** Turns the box off, for instance while the network is away; `reason` says why. What was written stays. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Why the box is off, in the reader's language. */
  @property() reason = '';

  /** Whether something was not delivered and can be sent again. */
  @property({ type: Boolean }) failed = false;

  /** Whether something goes with the message, which may be empty then. */
  @property({ type: Boolean }) attached = false;

  /** Why the message cannot go yet, in the reader's language; empty where it can. */
  @property() waits = '';

  /** What stands in the empty box; "Write a message" where it is empty. */
  @property() placeholder = '';

  /** The longest text that can be sent, in UTF-16 code units. */
  @property({ type: Number }) limit = 10_000;

  /** Where the emoji are: the address of an emojibase JSON file on one's own server. Without it there is no "Emoji" button. */
  @property({ attribute: 'emoji-data' }) emojiData = '';

  /** Whether the emoji are there; undefined until somebody has asked. */
  @state() private hasEmoji: boolean | undefined;

  @query('[name=field]') private box!: HTMLSlotElement;
  @query('#emoji') private popup!: HTMLElement;

  private wasFocused = false;

  override focus(options?: FocusOptions): void {
    this.field.focus(options);
  }

  /** Puts text in at the caret, in place of what is selected; one undo takes it out again. */
  insert(text: string): void {
    const field = this.field as HTMLTextAreaElement & ComposerField;
    field.focus();
    if (field.insert) return field.insert(text);
    // Nothing else keeps the undo history of a text box.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (document.execCommand('insertText', false, text)) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    this.edit();
  }

  /** Puts text in the place of the first characters, so many UTF-16 code units; one undo brings them back. */
  replaceStart(length: number, text: string): void {
    this.field.setSelectionRange(0, length);
    this.insert(text);
  }

  /** Sends what is written, where it can be sent. */
  submit(): void {
    const { text, marks }: Marked = this.field.cleaned ?? { text: this.value.trim() };
    if (!this.isWorth(text)) return;
    this.value = '';
    this.dispatchEvent(new DeskbellSubmitEvent(text, marks));
    this.dispatchEvent(new DeskbellDraftEvent(''));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A box that is turned off loses the focus; whoever was writing gets it back with the network.
    if (changed.has('disabled') && this.disabled && this.hasUpdated) this.wasFocused = this.field.matches(':focus-within');
  }

  protected override render() {
    return html`
      <slot name="above"></slot>
      ${note(this.value.trim().length, this.limit, this.disabled ? this.reason : this.waits)}
      <div class="bar">
        ${this.failed ? resendButton(this.disabled, () => this.dispatchEvent(new DeskbellResendEvent())) : nothing}
        <div class="tools">
          ${
            this.emojiData
              ? html`<button
                part="emoji"
                class="quiet icon emoji"
                aria-label=${msg('Emoji')}
                title=${msg('Emoji')}
                popovertarget="emoji"
                ?disabled=${this.disabled}
              >
                ${icon(emojiIcon)}
              </button>`
              : nothing
          }
          <slot name="tools"></slot>
        </div>
        <slot name="uploads"></slot>
        <slot name="field" @slotchange=${this.take} @input=${this.edit} @keydown=${this.press}
          ><textarea
            part="field"
            class="scroll"
            rows="1"
            dir="auto"
            enterkeyhint="send"
            aria-label=${msg('Message')}
            aria-describedby="note"
            placeholder=${this.placeholder || msg('Write a message')}
          ></textarea
        ></slot>
        <button part="send" class="primary send" aria-disabled=${!this.isWorth(this.value.trim())} aria-describedby="note" @click=${this.submit}>
          ${icon(sendIcon, true)}<span>${msg('Send')}</span>
        </button>
      </div>
      <div id="emoji" popover role="dialog" aria-label=${msg('Emoji')} @toggle=${this.showEmoji} @keydown=${this.leaveEmoji}>
        ${this.hasEmoji === false ? html`<p>${msg('The emoji could not be loaded. Close this and try again.')}</p>` : nothing}
        ${this.hasEmoji ? html`<deskbell-emoji data=${this.emojiData} @deskbell-choose=${this.pick}></deskbell-emoji>` : nothing}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.fill();
    if (changed.has('value') && !CSS.supports('field-sizing', 'content')) {
      this.field.style.setProperty('height', 'auto');
      this.field.style.setProperty('height', `${this.field.scrollHeight + 2}px`);
    }
    if (changed.has('disabled') && !this.disabled && this.wasFocused) {
      this.wasFocused = false;
      if (document.activeElement === document.body) this.field.focus();
    }
  }

  private get field(): ComposerField {
    return this.box.assignedElements({ flatten: true })[0] as ComposerField;
  }

  private get isTooLong(): boolean {
    return this.value.trim().length > this.limit;
  }

  private isWorth(text: string): boolean {
    return !this.disabled && !this.waits && !this.isTooLong && (text !== '' || this.attached);
  }

  private fill(): void {
    const { field } = this;
    if (field.value !== this.value) field.value = this.value;
    field.disabled = this.disabled;
    field.ariaInvalid = `${this.isTooLong}`;
  }

  /** Another field is there: it goes on where the text box was left. */
  private take(): void {
    const box = this.renderRoot.querySelector('textarea');
    this.fill();
    if (!box?.matches(':focus')) return;
    this.field.setSelectionRange(box.selectionStart, box.selectionEnd);
    this.field.focus();
  }

  private edit(): void {
    this.value = this.field.value;
    this.dispatchEvent(new DeskbellDraftEvent(this.value, this.field.marks));
    if (this.value) this.dispatchEvent(new DeskbellTypingEvent());
  }

  private press(event: KeyboardEvent): void {
    // Safari ends a composition before the Enter that ended it arrives, and tells by the key code alone.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || event.shiftKey) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) this.insert('\n');
    else if (!event.repeat) this.submit();
  }

  private async showEmoji(event: ToggleEvent): Promise<void> {
    if (event.newState !== 'open') return;
    this.hasEmoji = (await import('../emoji/emoji.js').catch(() => undefined)) !== undefined;
    await this.updateComplete;
    place(this.popup, this.renderRoot.querySelector('.emoji') ?? this, 'above');
    this.renderRoot.querySelector('deskbell-emoji')?.focus();
  }

  // Escape is for the emoji alone, not for the window that they are in.
  private leaveEmoji(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.shut(event);
    this.field.focus();
  }

  private pick(event: DeskbellChooseEvent): void {
    this.shut(event);
    this.insert(event.item);
  }

  private shut(event: Event): void {
    event.stopPropagation();
    this.popup.hidePopover();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-composer': DeskbellComposer;
  }
}
