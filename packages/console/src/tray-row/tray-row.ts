import { localized, msg, str } from '@lit/localize';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { face, faceStyles } from '@deskbell/parts/avatar/face.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { pageTicker, type Ticker } from '@deskbell/parts/duration/ticker.js';
import { icon } from '@deskbell/parts/icon.js';
import { attachIcon, chatIcon, warningIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { DeskbellAcceptEvent, DeskbellSelectEvent } from '../events.js';
import { waitsSince, type Standing } from '../standing.js';
import { lastWords } from '../words/last-line.js';
import { longMoment, shortMoment } from '../words/moment.js';
import { channelName, customerName, standingWord } from '../words/names.js';
import { styles } from './tray-row.styles.js';
import '@deskbell/parts/duration/duration.js';

/**
 * One conversation in a list of the tray.
 *
 * @csspart row - The row, a button.
 * @csspart name - The customer.
 * @csspart line - The last line.
 * @csspart standing - The dot and its word.
 * @csspart accept - "Accept".
 * @fires {DeskbellSelectEvent} deskbell-select - It was chosen.
 * @fires {DeskbellAcceptEvent} deskbell-accept - "Accept" was pressed.
 */
@customElement('deskbell-tray-row')
@localized()
export class DeskbellTrayRow extends LitElement {
  static override styles = [tokens, base, buttons, faceStyles, styles];

  /** The conversation. */
  @property({ attribute: false }) row: ConversationSummary | undefined;

  /** How it stands. */
  @property() standing: Standing = 'engaged';

  /** How it came out, in words; empty till it is closed. */
  @property() outcome = '';

  /** Whether it is the one that is shown. */
  @property({ type: Boolean, reflect: true }) selected = false;

  /** Whether the customer wrote something that was not seen. */
  @property({ type: Boolean, reflect: true }) unread = false;

  /** Whether the customer is typing. */
  @property({ type: Boolean }) typing = false;

  /** Whether a message of the agent was not delivered. */
  @property({ type: Boolean }) failed = false;

  /** What the agent has begun to write. */
  @property() draft = '';

  /** Turns "Accept" off: it was pressed already, or the relay cannot be asked now. */
  @property({ type: Boolean }) blocked = false;

  /** Left the list while the pointer was over it: it only keeps its place. */
  @property({ type: Boolean, reflect: true }) gone = false;

  /** Whether Tab stops here; arrows go to the others of the list. */
  @property({ type: Boolean }) tabbable = false;

  /** Milliseconds that the relay's clock is ahead of `ticker`. */
  @property({ type: Number }) ahead = 0;

  /** The clock. */
  @property({ attribute: false }) ticker: Ticker = pageTicker;

  @query('.row') private button!: HTMLElement | null;

  override focus(options?: FocusOptions): void {
    this.button?.focus(options);
  }

  protected override render() {
    const { row } = this;
    if (!row) return nothing;
    if (this.gone) return html`<div class="row">${this.picture(row)}<span class="left">${msg('No longer waiting')}</span></div>`;
    const isOffered = row.phase === 'waiting';
    return html`
      <button
        part="row"
        class="row"
        aria-current=${this.selected}
        title=${row.snoozedUntil === null ? nothing : msg(str`Snoozed until ${longMoment(row.snoozedUntil)}`)}
        tabindex=${this.tabbable ? 0 : -1}
        @click=${() => this.dispatchEvent(new DeskbellSelectEvent(row.id))}
      >
        ${this.picture(row)}
        <span part="name" class="name" id="name" dir="auto">${customerName(row.customer.name)}</span>
        <span class="time">${this.time(row)}</span>
        <span class="second">${this.word()}<span part="line" class="line" dir="auto">${this.line(row)}</span>${isOffered ? html`<span class="room" aria-hidden="true">${msg('Accept')}</span>` : nothing}</span>
      </button>
      ${isOffered ? this.accept(row) : nothing}
    `;
  }

  private picture(row: ConversationSummary) {
    return html`<span class="picture">
      ${face(row.customer.id, customerName(row.customer.name))}<span class="channel">${icon(chatIcon)}<span class="unseen">${channelName(row.channel)}</span></span>
    </span>`;
  }

  private time(row: ConversationSummary) {
    const since = waitsSince(row);
    if (since !== undefined)
      return html`<deskbell-duration .since=${since} .ahead=${this.ahead} .ticker=${this.ticker}></deskbell-duration>`;
    const at = row.endedAt ?? row.lastLine?.at ?? row.startedAt;
    return html`<time datetime=${new Date(at).toISOString()}>${shortMoment(at, this.ticker.now() + this.ahead)}</time>`;
  }

  private word() {
    if (this.failed) return html`<span part="standing" class="standing failed">${icon(warningIcon)}${msg('Not Delivered')}</span>`;
    if (this.standing === 'waiting') return nothing;
    return html`<span part="standing" class="standing ${this.standing}"><i class="dot"></i>${this.outcome || standingWord(this.standing)}</span>`;
  }

  private line({ lastLine }: ConversationSummary) {
    if (this.typing) return html`<span class="typing">${msg('Typing')}</span>`;
    if (this.draft && !this.selected) return html`<b>${msg('Draft')}</b> ${this.draft}`;
    if (!lastLine) return msg('No message yet');
    const words = lastWords(lastLine);
    const said = lastLine.by === 'agent' ? msg(str`You: ${words}`) : words;
    return html`${this.unread ? html`<span class="unseen">${msg('Unread')}</span>` : nothing}${lastLine.attachments ? icon(attachIcon) : nothing}${said}`;
  }

  private accept(row: ConversationSummary) {
    return html`<button
      part="accept"
      class="accept"
      aria-describedby="name"
      tabindex=${this.tabbable ? 0 : -1}
      ?disabled=${this.blocked}
      @click=${() => this.dispatchEvent(new DeskbellAcceptEvent(row.id))}
    >
      ${msg('Accept')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-tray-row': DeskbellTrayRow;
  }
}
