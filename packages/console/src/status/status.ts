import { localized, msg } from '@lit/localize';
import type { Presence } from '@deskbell/protocol/status.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellChooseEvent } from '@deskbell/parts/events.js';
import { icon } from '@deskbell/parts/icon.js';
import { endIcon, minimizeIcon } from '@deskbell/parts/icons.js';
import type { MenuItem } from '@deskbell/parts/menu/menu.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { DeskPiece } from '../desk-piece.js';
import { Watch } from '../watch.js';
import { presenceName } from '../words/presence.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './status.styles.js';
import '@deskbell/parts/banner/banner.js';
import '@deskbell/parts/dialog/dialog.js';
import '@deskbell/parts/duration/duration.js';
import '@deskbell/parts/menu/menu.js';

const LEAVE = 'leave';

/**
 * The agent's status, and the choice of another: Available, Away and the workspace's own. What the system lays over it shows, and cannot be
 * chosen. It asks before an away status while customers are talking, says how long login prep lasts, and asks when that is over.
 *
 * @csspart status - The button.
 */
@customElement('deskbell-status')
@localized()
export class DeskbellStatus extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  /** The away status that is asked about. */
  @state() private asked: string | undefined;
  @state() private fault = '';
  /** Login prep is over, and the agent has not said what follows. */
  @state() private isOver = false;
  @state() private keepsAway = false;

  private wasInPrep = false;

  constructor() {
    super();
    new Watch(
      this,
      () => this.host?.ticker,
      () => String(this.isInPrep),
    );
  }

  protected override willUpdate(): void {
    const isInPrep = this.isInPrep;
    if (this.wasInPrep && !isInPrep && this.desk?.status?.chosen === 'away') this.isOver = true;
    if (this.desk?.status && this.desk.status.chosen !== 'away') this.isOver = this.keepsAway = false;
    this.wasInPrep = isInPrep;
  }

  protected override render() {
    const { status, connection } = this.desk ?? {};
    if (!status) return nothing;
    const presence = this.presence;
    const isOff = connection?.phase !== 'open' || this.isInPrep;
    return html`
      <deskbell-menu label=${msg('Status')} .items=${this.items(isOff)} @deskbell-choose=${this.choose}>
        <span slot="trigger" part="status" class="status ${presence}"><i class="dot"></i>${this.word(presence)}${icon(minimizeIcon)}</span>
      </deskbell-menu>
      ${this.notes()} ${this.questions()}
    `;
  }

  /** What the relay said, but that login prep is over by the clock alone. */
  private get presence(): Presence {
    const presence = this.desk?.status?.digital ?? 'offline';
    return presence === 'login-prep' && !this.isInPrep ? 'away' : presence;
  }

  private get isInPrep(): boolean {
    const until = this.desk?.status?.prepUntil;
    return until !== null && until !== undefined && until > this.now();
  }

  /** A custom status by its name, while nothing lies over it. */
  private word(presence: Presence): string {
    const { chosen = '' } = this.desk?.status ?? {};
    const custom = this.desk?.desk?.statuses.find(({ id }) => id === chosen);
    return custom && (presence === 'available' || presence === 'busy' || presence === 'away') ? custom.name : presenceName(presence);
  }

  private items(isOff: boolean): MenuItem[] {
    const chosen = this.presence === 'away-idle' ? undefined : this.desk?.status?.chosen;
    const own = (this.desk?.desk?.statuses ?? []).map(({ id, name }) => ({ id, label: name }));
    const statuses = [{ id: 'available', label: presenceName('available') }, { id: 'away', label: presenceName('away') }, ...own];
    return [
      ...statuses.map((item) => ({ ...item, checked: item.id === chosen, disabled: isOff })),
      { id: LEAVE, label: msg('Sign out'), icon: endIcon, disabled: this.desk?.connection.phase !== 'open' },
    ];
  }

  private notes() {
    const { prepUntil = null } = this.desk?.status ?? {};
    if (this.isInPrep && prepUntil !== null)
      return html`<deskbell-banner
        >${msg('Login prep: nothing comes to you yet.')}
        <deskbell-duration .due=${prepUntil} .ahead=${this.desk?.clockAhead ?? 0} .ticker=${this.host?.ticker}></deskbell-duration
      ></deskbell-banner>`;
    if (this.presence === 'away-idle')
      return html`<deskbell-banner kind="warn"
        >${msg('You were set to Away (Idle): an offer was not taken, or a reply was late. Nothing comes to you.')}
        <button slot="action" @click=${() => this.set('available')}>${msg('Mark as Available')}</button>
      </deskbell-banner>`;
    return this.keepsAway ? html`<deskbell-banner>${msg('You are Away: nothing comes to you.')}</deskbell-banner>` : nothing;
  }

  private questions() {
    if (this.fault)
      return html`<deskbell-dialog label=${msg('You cannot sign out yet')} open @deskbell-close=${() => (this.fault = '')}
        >${this.fault}
        <button slot="actions" class="primary" ?autofocus=${true} @click=${() => (this.fault = '')}>${msg('Close')}</button>
      </deskbell-dialog>`;
    if (this.asked !== undefined)
      return html`<deskbell-dialog label=${msg('You have active conversations')} open @deskbell-close=${() => (this.asked = undefined)}
        >${msg('Customers are talking with you. Nothing new comes to you while you are away; they stay with you.')}
        <button slot="actions" ?autofocus=${true} @click=${() => (this.asked = undefined)}>${msg('Stay')}</button>
        <button slot="actions" class="primary" @click=${this.confirm}>${msg('Go away')}</button>
      </deskbell-dialog>`;
    if (!this.isOver || this.keepsAway) return nothing;
    return html`<deskbell-dialog label=${msg('Login prep is over')} open @deskbell-close=${this.stayAway}
      >${msg('You are Away. Conversations come to you when you are available.')}
      <button slot="actions" @click=${this.stayAway}>${msg('Keep Away Status')}</button>
      <button slot="actions" class="primary" ?autofocus=${true} @click=${() => this.set('available')}>${msg('Mark as Available')}</button>
    </deskbell-dialog>`;
  }

  private choose(event: DeskbellChooseEvent): void {
    event.stopPropagation();
    if (event.item === LEAVE) return void this.leave();
    const isAway = event.item === 'away' || this.desk?.desk?.statuses.find(({ id }) => id === event.item)?.tag === 'away';
    const isTalking = this.desk?.ongoing.some(({ phase }) => phase === 'active') ?? false;
    if (isAway && isTalking) this.asked = event.item;
    else this.set(event.item);
  }

  private confirm(): void {
    if (this.asked !== undefined) this.set(this.asked);
    this.asked = undefined;
  }

  private stayAway(): void {
    if (this.isOver) this.keepsAway = true;
    this.isOver = false;
  }

  private set(status: string): void {
    this.isOver = false;
    this.host?.activeSession?.setStatus(status);
  }

  private async leave(): Promise<void> {
    try {
      await this.host?.activeSession?.leave();
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-status': DeskbellStatus;
  }
}
