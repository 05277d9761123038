import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { starIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellSelectEvent } from '../events.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { refusalWords } from '../words/refusal.js';
import '@deskbell/parts/dialog/dialog.js';
import '../tip/tip.js';

/**
 * "End", and the question whether: "Yes" or "No".
 *
 * @csspart end - "End".
 */
@customElement('deskbell-end')
@localized()
export class DeskbellEnd extends ConversationPiece {
  static override styles = [
    tokens,
    base,
    buttons,
    css`
      :host {
        display: contents;
      }

      svg {
        inline-size: 16px;
        block-size: 16px;
        fill: currentcolor;
        color: var(--deskbell-accent-text);
      }
    `,
  ];

  @state() private isAsking = false;
  @state() private fault = '';

  protected override readonly shortcuts = { end: () => this.ask() };

  protected override turn(): void {
    this.isAsking = false;
    this.fault = '';
  }

  protected override render() {
    if (!this.isOwn) return nothing;
    return html`<deskbell-tip keys=${keysOf('end')}>
        <button part="end" aria-keyshortcuts=${ariaKeysOf('end')} ?disabled=${this.desk?.connection.phase !== 'open'} @click=${this.ask}>
          ${this.isSurveyed ? icon(starIcon) : nothing}${msg('End')}${this.isSurveyed ? html`<span class="unseen">, ${msg('the survey goes out')}</span>` : nothing}
        </button>
      </deskbell-tip>
      ${this.isAsking ? this.question() : nothing}`;
  }

  private get isOwn(): boolean {
    return this.desk?.ongoing.some(({ id, phase }) => id === this.shown && phase === 'active') ?? false;
  }

  private get isSurveyed(): boolean {
    return this.summary?.survey === 'planned';
  }

  private question() {
    return html`<deskbell-dialog label=${msg('End this conversation?')} open @deskbell-close=${() => (this.isAsking = false)}>
      ${msg('The customer can write no more. Wrap-up follows.')} ${this.isSurveyed ? msg('The survey goes out.') : nothing}
      ${this.fault ? html`<p role="alert">${this.fault}</p>` : nothing}
      <button slot="actions" ?autofocus=${true} @click=${() => (this.isAsking = false)}>${msg('No')}</button>
      <button slot="actions" class="primary" @click=${this.end}>${msg('Yes')}</button>
    </deskbell-dialog>`;
  }

  private ask(): boolean {
    this.fault = '';
    this.isAsking = this.isOwn && this.desk?.connection.phase === 'open';
    return this.isAsking;
  }

  private async end(): Promise<void> {
    const { shown, host } = this;
    if (shown === undefined) return;
    try {
      await host?.activeSession?.end(shown);
      this.isAsking = false;
      // What comes in place of the compose box has the focus then; this button is gone.
      host?.dispatchEvent(new DeskbellSelectEvent(shown));
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-end': DeskbellEnd;
  }
}
