import { localized, msg } from '@lit/localize';
import type { Disposition } from '@deskbell/protocol/conversation.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { connectionWords } from '../words/connection.js';
import { dispositionName } from '../words/names.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './wrap-up.styles.js';
import '@deskbell/parts/duration/duration.js';
import '../tip/tip.js';

const MAX_DESCRIPTION = 10_000;

/**
 * How a conversation came out, asked where it was held when it is over; with a countdown where the queue's wrap-up is timed. What was chosen
 * is kept over a switch and a reload.
 *
 * @csspart form - The card.
 * @csspart close - "Close".
 */
@customElement('deskbell-wrap-up')
@localized()
export class DeskbellWrapUp extends ConversationPiece {
  static override styles = [tokens, base, buttons, fields, styles];

  @state() private disposition: Disposition | undefined;
  @state() private description = '';
  @state() private fault = '';

  @query('input:checked, input') private choice!: HTMLElement | null;
  @query('input:checked') private chosen!: HTMLElement | null;

  private drafted: string | undefined;
  private isBusy = false;

  protected override readonly shortcuts = { write: () => this.write(), close: () => this.close() };

  override focus(options?: FocusOptions): void {
    (this.chosen ?? this.choice)?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { drafts } = this.host ?? {};
    if (!drafts || this.shown === undefined || this.drafted === this.shown) return;
    this.drafted = this.shown;
    const { disposition, description = '' } = drafts.of(this.shown);
    Object.assign(this, { disposition, description, fault: '' });
  }

  protected override render() {
    if (this.summary?.phase !== 'wrapUp') return nothing;
    const reason = this.desk ? (connectionWords(this.desk.connection)?.reason ?? '') : '';
    return html`<form part="form" aria-labelledby="title" @submit=${this.submit}>
      <h3 id="title">${msg('Wrap-up')} ${this.countdown()}</h3>
      <p>${msg('The conversation is over. Say how it came out.')}</p>
      <fieldset aria-labelledby="title">${this.queue?.dispositions.map(({ id }) => this.option(id))}</fieldset>
      <label class="about"
        >${msg('Description (optional)')}
        <textarea class="scroll" dir="auto" rows="2" maxlength=${MAX_DESCRIPTION} .value=${this.description} @input=${this.describe}></textarea>
      </label>
      <footer>
        <span role="status" class=${this.fault ? 'error' : ''}>${this.fault || reason}</span>
        <deskbell-tip keys=${keysOf('close')}>
          <button
            part="close"
            class="primary"
            aria-keyshortcuts=${ariaKeysOf('close')}
            ?disabled=${!this.canClose || reason !== ''}
          >
            ${msg('Close')}
          </button>
        </deskbell-tip>
      </footer>
    </form>`;
  }

  private get queue() {
    return this.desk?.desk?.queues.find(({ id }) => id === this.summary?.queue.id);
  }

  /** A disposition that is required has to be chosen first (END 2). */
  private get canClose(): boolean {
    return this.disposition !== undefined || this.queue?.required === false;
  }

  private countdown() {
    const until = this.summary?.wrapUpUntil ?? null;
    if (until === null) return nothing;
    return html`<span class="left"
      >${msg('closes by itself in')}
      <deskbell-duration .due=${until} .ahead=${this.desk?.clockAhead ?? 0} .ticker=${this.host?.ticker}></deskbell-duration
    ></span>`;
  }

  private option(name: Disposition) {
    return html`<label>
      <input type="radio" name="disposition" .checked=${this.disposition === name} @change=${() => this.choose(name)} />
      ${dispositionName(name, this.desk?.desk, this.queue?.id ?? '')}
    </label>`;
  }

  private choose(disposition: Disposition): void {
    this.disposition = disposition;
    this.keep();
  }

  private describe(event: InputEvent): void {
    this.description = (event.target as HTMLTextAreaElement).value;
    this.keep();
  }

  private keep(): void {
    const { disposition, description } = this;
    if (this.shown !== undefined) this.host?.drafts?.change(this.shown, { ...(disposition && { disposition }), description });
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    this.close();
  }

  private close(): boolean {
    if (this.summary?.phase !== 'wrapUp') return false;
    if (this.canClose && !this.isBusy) void this.dispose(this.summary.id);
    else this.focus();
    return true;
  }

  private async dispose(conversation: string): Promise<void> {
    this.isBusy = true;
    this.fault = '';
    try {
      await this.host?.activeSession?.dispose(conversation, this.disposition, this.description.trim());
    } catch (error) {
      this.fault = refusalWords(error);
    } finally {
      this.isBusy = false;
    }
  }

  private write(): boolean {
    this.focus();
    return this.choice !== null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-wrap-up': DeskbellWrapUp;
  }
}
