import { localized, msg, str } from '@lit/localize';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { face, faceStyles } from '@deskbell/parts/avatar/face.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { pageTicker } from '@deskbell/parts/duration/ticker.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DeskPiece } from '../desk-piece.js';
import { DeskbellAcceptEvent, DeskbellRejectEvent } from '../events.js';
import { ariaKeysOf } from '../shortcuts/layout.js';
import { heldRows, type HeldRow } from '../tray/held.js';
import { lastWords } from '../words/last-line.js';
import { customerName } from '../words/names.js';
import { styles } from './offers.styles.js';
import '@deskbell/parts/countdown/countdown.js';

/**
 * "Next in queue": the conversations that are put to the agent, each to be accepted before its time is up. None moves while the pointer is over
 * them.
 *
 * @csspart offer - One of them.
 * @csspart countdown - How long there is to accept it.
 * @csspart accept - "Accept".
 * @csspart reject - "Reject".
 * @fires {DeskbellAcceptEvent} deskbell-accept - "Accept" was pressed.
 * @fires {DeskbellRejectEvent} deskbell-reject - "Reject" was pressed.
 */
@customElement('deskbell-offers')
@localized()
export class DeskbellOffers extends DeskPiece {
  static override styles = [tokens, base, buttons, faceStyles, styles];

  @state() private isHeld = false;

  private shown: readonly HeldRow[] = [];

  /** What was rejected with the focus on it, till it is gone. */
  private rejected: string | undefined;

  protected override willUpdate(): void {
    // What was answered, or taken away, keeps its place under the pointer: a second click must not answer the next one.
    this.shown = heldRows(this.shown, this.desk?.offers ?? [], this.isHeld, new Set());
  }

  protected override render() {
    if (!this.shown.length) return nothing;
    return html`<section aria-labelledby="title" @pointerenter=${() => (this.isHeld = true)} @pointerleave=${() => (this.isHeld = false)}>
      <h2 id="title">${msg('Next in queue')}</h2>
      ${repeat(
        this.shown,
        ({ row }) => row.id,
        ({ row, gone }) => (gone ? html`<article class="gone" inert>${this.inside(row)}</article>` : this.card(row)),
      )}
    </section>`;
  }

  protected override updated(): void {
    if (this.rejected === undefined || this.acceptances.asked.has(this.rejected)) return;
    this.rejected = undefined;
    // A button that is turned off loses the focus: whoever answered one goes on with the next, and with the desk's keys after the last.
    if (document.activeElement === document.body) (this.renderRoot.querySelector<HTMLElement>('.primary') ?? this.host)?.focus();
  }

  private card(row: ConversationSummary) {
    const name = customerName(row.customer.name);
    return html`<article part="offer" aria-label=${msg(str`${name} is next`)}>${this.inside(row)}</article>`;
  }

  private inside(row: ConversationSummary) {
    const { id, customer, queue, lastLine, offer } = row;
    const name = customerName(customer.name);
    const isOff = this.acceptances.asked.has(id) || this.desk?.connection.phase !== 'open';
    return html`${face(customer.id, name)}
      <div class="who">
        <b><bdi>${name}</bdi></b>
        <span class="soft"><bdi>${queue.name}</bdi></span>
      </div>
      <deskbell-countdown
        part="countdown"
        title=${msg('Time left to accept')}
        label=${msg('Time left to accept')}
        .until=${offer?.until ?? 0}
        .ahead=${this.desk?.clockAhead ?? 0}
        .ticker=${this.host?.ticker ?? pageTicker}
      ></deskbell-countdown>
      ${lastLine ? html`<p dir="auto">${lastWords(lastLine)}</p>` : nothing}
      <div class="actions">
        <button part="reject" ?disabled=${isOff} @click=${() => this.reject(id)}>${msg('Reject')}</button>
        <button
          part="accept"
          class="primary"
          aria-keyshortcuts=${ariaKeysOf('accept')}
          ?disabled=${isOff}
          @click=${() => this.dispatchEvent(new DeskbellAcceptEvent(id))}
        >
          ${msg('Accept')}
        </button>
      </div>`;
  }

  private reject(conversation: string): void {
    if (this.dispatchEvent(new DeskbellRejectEvent(conversation))) this.rejected = conversation;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-offers': DeskbellOffers;
  }
}
