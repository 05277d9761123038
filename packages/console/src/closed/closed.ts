import { localized, msg, str } from '@lit/localize';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { chevronRightIcon, searchIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskHost } from '../contexts.js';
import { DeskPiece } from '../desk-piece.js';
import { Roving, type Stop } from '../roving.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { dispositionName } from '../words/names.js';
import { styles } from './closed.styles.js';
import { NOTHING_FOUND, Pages, type Found } from './pages.js';
import '@deskbell/parts/skeleton/skeleton.js';
import '../tip/tip.js';
import '../tray-row/tray-row.js';

/**
 * The list "Closed": what is over, to be searched and read. It asks for nothing until it is opened.
 *
 * @fires {DeskbellSelectEvent} deskbell-select - A conversation was chosen.
 */
@customElement('deskbell-closed')
@localized()
export class DeskbellClosed extends DeskPiece {
  static override styles = [tokens, base, buttons, fields, styles];

  /** Whether the list is unfolded. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private found: Found = NOTHING_FOUND;

  @query('input') private field!: HTMLInputElement | null;

  protected override readonly shortcuts = { search: () => this.openSearch() };

  private readonly pages = new Pages(
    async (search, page) => (await this.host?.activeSession?.closed(search, page)) ?? { conversations: [], next: null },
    (found) => (this.found = found),
  );
  private readonly roving = new Roving(() => [...this.renderRoot.querySelectorAll<Stop>('deskbell-tray-row')]);

  protected override attend(desk: DeskHost, signal: AbortSignal): void {
    desk.addEventListener('deskbell-closed', () => this.open && this.refresh(), { signal });
  }

  protected override render() {
    return html`<section aria-labelledby="title">
      <h2 id="title">
        <button class="quiet" aria-expanded=${this.open} @click=${this.toggle}>${icon(chevronRightIcon, true)}${msg('Closed')}</button>
      </h2>
      ${this.open ? this.content() : nothing}
    </section>`;
  }

  protected override updated(): void {
    this.roving.settle(this.renderRoot.querySelector<Stop>('deskbell-tray-row[selected]') ?? undefined);
  }

  private content() {
    const { rows, next, isBusy, fault } = this.found;
    return html`
      <deskbell-tip class="search" keys=${keysOf('search')}>
        <input
          type="search"
          aria-label=${msg('Search closed conversations')}
          placeholder=${msg('Search')}
          aria-keyshortcuts=${ariaKeysOf('search')}
          @input=${this.refresh}
        />
        ${icon(searchIcon)}
      </deskbell-tip>
      ${rows ? this.list(rows) : isBusy ? html`<deskbell-skeleton rows="3"></deskbell-skeleton>` : nothing}
      <div role="status">
        ${fault ? html`<p>${fault}</p>` : nothing} ${rows?.length === 0 && !fault ? html`<p>${this.emptyWords()}</p>` : nothing}
      </div>
      ${fault ? html`<button class="more" @click=${this.refresh}>${msg('Try again')}</button>` : nothing}
      ${
        next !== null && !fault
          ? html`<button class="more quiet" ?disabled=${isBusy} @click=${() => this.pages.more()}>${msg('Show more')}</button>`
          : nothing
      }
    `;
  }

  private list(rows: NonNullable<Found['rows']>) {
    return html`<ul aria-labelledby="title" @focusin=${this.roving.enter} @focusout=${this.roving.leave} @keydown=${this.roving.walk}>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) =>
          html`<li>
            <deskbell-tray-row .row=${row} standing="closed" .outcome=${this.outcome(row)} .selected=${row.id === this.selected} .ahead=${this.desk?.clockAhead ?? 0}></deskbell-tray-row>
          </li>`,
      )}
    </ul>`;
  }

  private outcome({ disposition, queue }: ConversationSummary): string {
    return disposition === null ? '' : dispositionName(disposition, this.desk?.desk, queue.id);
  }

  private emptyWords(): string {
    const { search } = this.found;
    return search
      ? msg(str`Nothing found for “${search}”. A customer's name or a word of the conversation finds it.`)
      : msg('Conversations that you close come here.');
  }

  private toggle(): void {
    this.open = !this.open;
    if (this.open) this.refresh();
  }

  private refresh(): void {
    void this.pages.search(this.field?.value.trim() ?? '');
  }

  private openSearch(): boolean {
    if (!this.open) this.toggle();
    void this.updateComplete.then(() => this.field?.focus());
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-closed': DeskbellClosed;
  }
}
