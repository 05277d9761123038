import { localized, msg } from '@lit/localize';
import type { AgentState } from '@deskbell/client/agent.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { pageTicker } from '@deskbell/parts/duration/ticker.js';
import { icon } from '@deskbell/parts/icon.js';
import { closeIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskHost } from '../contexts.js';
import { DeskPiece } from '../desk-piece.js';
import type { DeskbellSelectEvent } from '../events.js';
import { hasFocus } from '../focus.js';
import { Roving, type Stop } from '../roving.js';
import { failedIn, hasUnread, standingOf } from '../standing.js';
import { Watch } from '../watch.js';
import { connectionWords } from '../words/connection.js';
import { heldRows, type HeldRow } from './held.js';
import { styles } from './tray.styles.js';
import '@deskbell/parts/badge/badge.js';
import '@deskbell/parts/banner/banner.js';
import '@deskbell/parts/skeleton/skeleton.js';
import '../agent-bar/agent-bar.js';
import '../closed/closed.js';
import '../offers/offers.js';
import '../tray-row/tray-row.js';

/**
 * The agent's conversations in three lists: "Ongoing", "Waiting Queue" and "Closed". Nothing in it moves while the pointer is over it.
 *
 * @csspart head - Who the agent is, and whether they are listening.
 * @csspart banner - How the connection stands, while there is something to say about it.
 * @csspart lists - What scrolls.
 * @csspart section - One list with its title.
 * @csspart notice - What became of an "Accept" that failed, and what was not done in time.
 * @fires {DeskbellSelectEvent} deskbell-select - A conversation was chosen.
 * @fires {DeskbellAcceptEvent} deskbell-accept - "Accept" was pressed.
 * @fires {DeskbellRejectEvent} deskbell-reject - "Reject" was pressed.
 */
@customElement('deskbell-tray')
@localized()
export class DeskbellTray extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  @state() private isHeld = false;

  private ongoing: readonly HeldRow[] = [];
  private snoozed: readonly HeldRow[] = [];
  private waiting: readonly HeldRow[] = [];

  protected override readonly shortcuts = { list: () => this.focusList() };

  private readonly roving = new Roving(() => [...this.renderRoot.querySelectorAll<Stop & HTMLElement>('deskbell-tray-row:not([gone])')]);

  constructor() {
    super();
    new Watch(
      this,
      () => this.host?.ticker,
      () => this.standings(),
    );
  }

  protected override attend(desk: DeskHost, signal: AbortSignal): void {
    // Whoever leaves a conversation, by a key or because it is closed, is back in the list.
    const back = ({ conversation }: DeskbellSelectEvent) => {
      if (conversation === undefined && hasFocus(desk)) requestAnimationFrame(() => this.focusList());
    };
    desk.addEventListener('deskbell-select', back, { signal });
  }

  protected override willUpdate(): void {
    if (!this.desk) return;
    const own = new Set(this.desk.ongoing.map(({ id }) => id));
    this.waiting = heldRows(this.waiting, this.desk.waiting, this.isHeld, own);
    const isSnoozed = ({ snoozedUntil }: HeldRow['row']): boolean => snoozedUntil !== null;
    this.ongoing = heldRows(
      this.ongoing,
      this.desk.ongoing.filter((row) => !isSnoozed(row)),
      false,
      own,
    );
    this.snoozed = heldRows(this.snoozed, this.desk.ongoing.filter(isSnoozed), false, own);
  }

  protected override render() {
    const words = this.desk && connectionWords(this.desk.connection);
    return html`
      <deskbell-agent-bar part="head"></deskbell-agent-bar>
      <deskbell-offers></deskbell-offers>
      ${words ? html`<deskbell-banner part="banner" kind=${words.kind}>${words.sentence}</deskbell-banner>` : nothing}
      <div
        part="lists"
        class="lists scroll"
        @pointerenter=${() => (this.isHeld = true)}
        @pointerleave=${() => (this.isHeld = false)}
        @focusin=${this.roving.enter}
        @focusout=${this.roving.leave}
        @keydown=${this.roving.walk}
      >
        ${this.desk?.desk ? this.lists(this.desk) : html`<deskbell-skeleton rows="4"></deskbell-skeleton>`}
      </div>
      ${this.notice()}
    `;
  }

  protected override updated(): void {
    this.roving.settle(this.renderRoot.querySelector<Stop>('deskbell-tray-row[selected]') ?? undefined);
  }

  private lists(desk: AgentState) {
    const idle = desk.listening
      ? msg('Nobody is waiting. You will hear it when somebody comes.')
      : msg('Start listening to be told when somebody comes.');
    return html`
      <deskbell-cobrowse-rows part="section"></deskbell-cobrowse-rows>
      ${this.section('ongoing', msg('Ongoing'), this.ongoing, msg('Conversations that you accept come here.'))}
      ${this.snoozed.length > 0 ? this.section('snoozed', msg('Snoozed'), this.snoozed, '') : nothing}
      ${this.section('waiting', msg('Waiting Queue'), this.waiting, idle)}
      <deskbell-closed part="section"></deskbell-closed>
    `;
  }

  private section(id: string, title: string, rows: readonly HeldRow[], empty: string): TemplateResult {
    const count = rows.filter(({ gone }) => !gone).length;
    return html`<section part="section" aria-labelledby=${id}>
      <h2 id=${id}>${title} <deskbell-badge kind="quiet" count=${count}></deskbell-badge></h2>
      ${
        rows.length
          ? html`<ul aria-labelledby=${id}>
            ${repeat(
              rows,
              ({ row }) => row.id,
              (held) => html`<li>${this.row(held)}</li>`,
            )}
          </ul>`
          : html`<p>${empty}</p>`
      }
    </section>`;
  }

  private row({ row, gone }: HeldRow) {
    const view = this.desk?.views.get(row.id);
    return html`<deskbell-tray-row
      .row=${row}
      .gone=${gone}
      .standing=${this.standing(row)}
      .selected=${row.id === this.selected}
      .unread=${hasUnread(row)}
      .typing=${row.phase === 'active' && (view?.typing.length ?? 0) > 0}
      .failed=${failedIn(view).length > 0}
      .draft=${this.host?.drafts?.of(row.id).text ?? ''}
      .blocked=${this.acceptances.asked.has(row.id) || this.desk?.connection.phase !== 'open'}
      .ahead=${this.desk?.clockAhead ?? 0}
      .ticker=${this.host?.ticker ?? pageTicker}
    ></deskbell-tray-row>`;
  }

  private notice() {
    const notice = this.acceptances.notices.at(-1);
    return html`<div class="notices" role="status">
      ${
        notice
          ? html`<div part="notice" class="notice">
            <div><bdi>${notice.name}</bdi><br />${notice.text}</div>
            <button class="quiet icon" aria-label=${msg('Dismiss')} @click=${() => this.host?.dismiss(notice.conversation)}>${icon(closeIcon)}</button>
          </div>`
          : nothing
      }
    </div>`;
  }

  private standing(row: HeldRow['row']) {
    return standingOf(row, this.now(), this.desk?.desk?.responseTime ?? Infinity);
  }

  private standings(): string {
    return [...this.ongoing, ...this.snoozed, ...this.waiting].map(({ row }) => this.standing(row)).join();
  }

  private focusList(): boolean {
    return this.roving.focus(this.renderRoot.querySelector<Stop>('deskbell-tray-row[selected]') ?? undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-tray': DeskbellTray;
  }
}
