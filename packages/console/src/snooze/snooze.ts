import { localized, msg } from '@lit/localize';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { snoozeIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { DeskbellSayEvent, DeskbellSelectEvent } from '../events.js';
import { ConversationPiece } from '../desk-piece.js';
import { durationName, localMoment } from '../words/moment.js';
import { refusalWords } from '../words/refusal.js';
import { toolStyles } from '../tool.styles.js';
import { styles } from './snooze.styles.js';
import '@deskbell/parts/dialog/dialog.js';
import '../toast/toast.js';

const MINUTE = 60_000;
const CUSTOM = 'custom';

/**
 * "Snooze", and the question until when. Not while the customer waits for a reply: then it says so.
 *
 * @csspart snooze - "Snooze".
 */
@customElement('deskbell-snooze')
@localized()
export class DeskbellSnooze extends ConversationPiece {
  static override styles = [tokens, base, buttons, fields, toolStyles, styles];

  @state() private isAsking = false;
  /** The preset that is chosen, in minutes, or an own time. */
  @state() private choice: number | typeof CUSTOM | undefined;
  @state() private fault = '';

  @query('input[type=datetime-local]') private own!: HTMLInputElement | null;

  protected override turn(): void {
    this.isAsking = false;
  }

  protected override render() {
    const { summary } = this;
    if (summary?.phase !== 'active' || summary.snoozedUntil !== null) return nothing;
    const isDue = summary.awaitingSince !== null;
    return html`<button
        part="snooze"
        class="quiet"
        aria-disabled=${isDue || this.desk?.connection.phase !== 'open'}
        aria-label=${msg('Snooze')}
        title=${isDue ? msg('The customer waits for a reply. Answer first.') : ''}
        @click=${this.ask}
      >
        ${icon(snoozeIcon)}<span class="word">${msg('Snooze')}</span>
      </button>
      ${this.isAsking ? this.dialog() : nothing}`;
  }

  private dialog() {
    const presets = this.desk?.desk?.snoozePresets ?? [];
    return html`<deskbell-dialog label=${msg('Snooze Conversation Until')} open @deskbell-close=${() => (this.isAsking = false)}>
      <fieldset aria-label=${msg('Snooze Conversation Until')}>
        ${presets.map((minutes) => this.option(minutes, durationName(minutes)))} ${this.option(CUSTOM, msg('Custom Snooze'))}
      </fieldset>
      ${
        this.choice === CUSTOM
          ? html`<label class="own"
            >${msg('Until')}
            <input type="datetime-local" min=${localMoment(this.clock)} .value=${localMoment(this.clock + 60 * MINUTE)} />
          </label>`
          : nothing
      }
      <p class="error" role="alert">${this.fault}</p>
      <button slot="actions" @click=${() => (this.isAsking = false)}>${msg('Cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${this.choice === undefined} @click=${this.apply}>${msg('Apply')}</button>
    </deskbell-dialog>`;
  }

  /** The clock of this machine, by which an own time is chosen. */
  private get clock(): number {
    return this.host?.ticker.now() ?? Date.now();
  }

  private option(value: number | typeof CUSTOM, words: string) {
    return html`<label>
      <input type="radio" name="until" .checked=${this.choice === value} @change=${() => (this.choice = value)} />${words}
    </label>`;
  }

  private ask(): void {
    if (this.summary?.awaitingSince !== null || this.desk?.connection.phase !== 'open') return;
    this.choice = undefined;
    this.fault = '';
    this.isAsking = true;
  }

  private async apply(): Promise<void> {
    const { shown, choice } = this;
    if (shown === undefined || choice === undefined) return;
    const until =
      choice === CUSTOM ? new Date(this.own?.value ?? '').getTime() + (this.desk?.clockAhead ?? 0) : this.now() + choice * MINUTE;
    if (!(until > this.now())) {
      this.fault = msg('Choose a time in the future.');
      return;
    }
    try {
      await this.host?.activeSession?.snooze(shown, Math.round(until));
      this.isAsking = false;
      this.host?.dispatchEvent(new DeskbellSayEvent(msg('Snoozed')));
      // "Snooze" is gone: the compose box has the focus then.
      if (this.selected === shown) this.host?.dispatchEvent(new DeskbellSelectEvent(shown));
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-snooze': DeskbellSnooze;
  }
}
