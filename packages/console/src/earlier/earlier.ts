import { localized, msg } from '@lit/localize';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellSelectEvent } from '../events.js';
import { Listing, type Listed } from '../listing.js';
import { lastWords } from '../words/last-line.js';
import { longMoment, shortMoment } from '../words/moment.js';
import { dispositionName } from '../words/names.js';
import { sectionStyles } from '../section.styles.js';
import { styles } from './earlier.styles.js';
import '@deskbell/parts/skeleton/skeleton.js';

/**
 * The conversations that a customer had before: when, in which queue, and how each came out. One that is chosen opens to be read.
 *
 * @csspart row - One conversation.
 * @fires {DeskbellSelectEvent} deskbell-select - A conversation was chosen.
 */
@customElement('deskbell-earlier')
@localized()
export class DeskbellEarlier extends ConversationPiece {
  static override styles = [tokens, base, buttons, sectionStyles, styles];

  @state() private listed: Listed<ConversationSummary> | undefined;

  private readonly listing = new Listing<ConversationSummary>(
    async (customer, page) => {
      const found = await this.host?.activeSession?.closedOf(customer, page);
      return found && { rows: found.conversations, next: found.next };
    },
    (listed) => (this.listed = listed),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.desk?.connection.phase !== 'open') return;
    const customer = this.lastSummary?.customer.id;
    // One who is not known yet stands in with an empty id.
    this.listing.turn(customer === '' ? undefined : customer);
  }

  protected override render() {
    if (this.shown === undefined || !this.lastSummary) return nothing;
    const { rows, next, isBusy, fault } = this.listed ?? this.listing.listed;
    const others = rows?.filter(({ id }) => id !== this.shown) ?? [];
    return html`<section aria-labelledby="title">
      <h3 id="title">${msg('Earlier conversations')}</h3>
      ${others.length ? html`<ul aria-labelledby="title">${others.map((row) => html`<li>${this.row(row)}</li>`)}</ul>` : nothing}
      ${!rows && isBusy ? html`<deskbell-skeleton rows="2"></deskbell-skeleton>` : nothing}
      ${rows && !others.length && next === null ? html`<p>${msg('None that is closed.')}</p>` : nothing}
      <div role="status">${fault ? html`<p>${fault}</p>` : nothing}</div>
      ${fault ? html`<button class="more" @click=${() => this.listing.again()}>${msg('Try again')}</button>` : nothing}
      ${
        next !== null && !fault
          ? html`<button class="more quiet" ?disabled=${isBusy} @click=${() => this.listing.more()}>${msg('Show more')}</button>`
          : nothing
      }
    </section>`;
  }

  private row({ id, queue, disposition, lastLine, startedAt }: ConversationSummary) {
    return html`<button part="row" class="quiet row" @click=${() => this.open(id)}>
      <span class="first">
        <span class="queue">${queue.name}</span>
        <time datetime=${new Date(startedAt).toISOString()} title=${longMoment(startedAt)}>${shortMoment(startedAt, this.now())}</time>
      </span>
      <span class="line">
        ${disposition ? html`<span class="outcome">${dispositionName(disposition, this.desk?.desk, queue.id)}</span>` : nothing}
        <bdi>${lastLine ? lastWords(lastLine) : msg('Nothing was said')}</bdi>
      </span>
    </button>`;
  }

  private open(conversation: string): void {
    this.dispatchEvent(new DeskbellSelectEvent(conversation));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-earlier': DeskbellEarlier;
  }
}
