import { localized, msg, str } from '@lit/localize';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { place } from '@deskbell/parts/popover/place.js';
import { popoverStyles } from '@deskbell/parts/popover/popover.styles.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { DeskForm } from '@deskbell/protocol/forms.js';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellSayEvent } from '../events.js';
import { formIcon } from '../form-card/icons.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './send-form.styles.js';
import '../tip/tip.js';

/** Up to so many are seen at a glance. */
const AT_A_GLANCE = 7;

/**
 * "Forms", among the tools of a composer: what the customer can be asked to fill in, to be sent by a press. Where the workspace has no forms,
 * and in conversations that are not the agent's own, there is nothing.
 *
 * @csspart forms - "Forms".
 * @csspart form - A form to send.
 * @fires {DeskbellSayEvent} deskbell-say - A form was sent.
 */
@customElement('deskbell-send-form')
@localized()
export class DeskbellSendForm extends ConversationPiece {
  static override styles = [tokens, base, buttons, fields, popoverStyles, styles];

  /** Turns it off with the composer. */
  @property({ type: Boolean }) disabled = false;

  @state() private isShown = false;
  @state() private wanted = '';
  /** The id of the form that is being sent. */
  @state() private sending: string | undefined;
  @state() private fault = '';

  @query('[popover]') private popup!: HTMLElement | null;
  @query('[part=forms]') private trigger!: HTMLElement | null;

  protected override turn(): void {
    this.fault = '';
    this.close();
  }

  protected override render() {
    const forms = this.desk?.desk?.forms ?? [];
    const { summary, desk } = this;
    if (!forms.length || summary?.phase !== 'active' || summary.agent?.id !== desk?.person?.id) return nothing;
    const label = msg('Forms');
    return html`<deskbell-tip text=${label}>
        <button
          part="forms"
          class="quiet icon"
          aria-label=${label}
          aria-haspopup="dialog"
          aria-expanded=${this.isShown}
          ?disabled=${this.disabled}
          popovertarget="forms"
        >
          ${icon(formIcon)}
        </button>
      </deskbell-tip>
      <div id="forms" popover role="dialog" aria-label=${msg('Send a form')} @toggle=${this.settle} @keydown=${this.steer}>
        ${this.isShown ? this.content(forms) : nothing}
      </div>`;
  }

  private content(forms: readonly DeskForm[]) {
    const wanted = this.wanted.trim().toLocaleLowerCase();
    const found = forms.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    return html`${forms.length > AT_A_GLANCE ? this.search() : html`<p class="title" aria-hidden="true">${msg('Send a form')}</p>`}
      <p class="error" role="alert">${this.fault || nothing}</p>
      ${
        found.length > 0
          ? html`<ul class="scroll" aria-label=${msg('Forms')}>
            ${found.map((form) => html`<li>${this.choice(form)}</li>`)}
          </ul>`
          : html`<p class="none" role="status">${msg('No form found. Try another word.')}</p>`
      }`;
  }

  private search() {
    const label = msg('Search forms');
    return html`<input
      type="search"
      autocomplete="off"
      dir="auto"
      aria-label=${label}
      placeholder=${label}
      .value=${this.wanted}
      @input=${({ target }: InputEvent) => (this.wanted = (target as HTMLInputElement).value)}
    />`;
  }

  private choice({ id, name }: DeskForm) {
    const isSending = this.sending === id;
    return html`<button
      part="form"
      class="item"
      aria-busy=${isSending}
      aria-disabled=${this.disabled || this.sending !== undefined}
      @click=${() => this.send(id)}
    >
      <bdi>${name}</bdi>${isSending ? html`<span class="busy">${msg('Sending')}</span>` : nothing}
    </button>`;
  }

  private close(): void {
    if (this.popup?.matches(':popover-open')) this.popup.hidePopover();
  }

  private settle({ newState }: ToggleEvent): void {
    this.isShown = newState === 'open';
    if (!this.isShown) return;
    this.wanted = '';
    this.fault = '';
    void this.updateComplete.then(() => {
      if (!this.popup) return;
      place(this.popup, this.closest('deskbell-composer') ?? this, 'above');
      this.stops[0]?.focus();
    });
  }

  /** What the arrows go through. */
  private get stops(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[popover] :is(input, .item)')];
  }

  private steer(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { stops } = this;
    const at = stops.findIndex((stop) => stop.matches(':focus'));
    const isTyping = stops[at]?.matches('input') ?? false;
    const to =
      event.key === 'ArrowDown'
        ? stops[(at + 1) % stops.length]
        : event.key === 'ArrowUp'
          ? stops.at(at - 1)
          : event.key === 'Home' && !isTyping
            ? stops[0]
            : event.key === 'End' && !isTyping
              ? stops.at(-1)
              : undefined;
    if (event.key === 'Enter' && isTyping) stops[1]?.click();
    // Escape is for this alone, not for what it stands in.
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.trigger?.focus();
      this.close();
    }
    if (!to && event.key !== 'Escape' && !(event.key === 'Enter' && isTyping)) return;
    event.preventDefault();
    to?.focus();
  }

  private async send(form: string): Promise<void> {
    const { shown, host } = this;
    if (shown === undefined || this.disabled || this.sending !== undefined) return;
    this.sending = form;
    this.fault = '';
    try {
      await host?.activeSession?.sendForm(shown, form);
      const name = this.desk?.desk?.forms.find(({ id }) => id === form)?.name ?? '';
      host?.dispatchEvent(new DeskbellSayEvent(msg(str`“${name}” was sent.`)));
      if (shown !== this.shown || !this.isShown) return;
      this.close();
      this.closest('deskbell-composer')?.focus();
    } catch (error) {
      if (shown !== this.shown) return;
      // Whoever looked away meanwhile is to see it all the same.
      if (!this.popup?.matches(':popover-open')) this.popup?.showPopover();
      await this.updateComplete;
      this.fault = refusalWords(error);
    } finally {
      this.sending = undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-send-form': DeskbellSendForm;
  }
}
