import { localized, msg } from '@lit/localize';
import { base, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellSayEvent } from '../events.js';
import { mayNote } from '../notes/noting.js';
import { engagementsOf } from '../words/engagement.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './engagement.styles.js';
import '../toast/toast.js';

/**
 * How far the agent is with what the customer wants. "Completed" ends the chat, once a note is saved.
 *
 * @csspart engagement - The choice.
 * @fires {DeskbellSayEvent} deskbell-say - Another one was chosen.
 */
@customElement('deskbell-engagement')
@localized()
export class DeskbellEngagement extends ConversationPiece {
  static override styles = [tokens, base, fields, styles];

  @state() private asked: string | undefined;
  @state() private fault = '';

  @query('select') private select!: HTMLSelectElement | null;

  protected override turn(): void {
    this.asked = undefined;
    this.fault = '';
  }

  protected override render() {
    const { lastSummary: summary, desk } = this;
    if (this.shown === undefined || !summary || !desk?.desk || summary.phase === 'waiting') return nothing;
    const now = this.asked ?? summary.engagement;
    const isOff = desk.connection.phase !== 'open' || !mayNote(summary, desk.person) || this.asked !== undefined;
    return html`<section>
      <label>
        ${msg('Engagement status')}
        <select part="engagement" aria-describedby="why" .value=${live(now)} ?disabled=${isOff} @change=${this.choose}>
          ${engagementsOf(desk.desk.engagement, now).map(
            ({ id, name }) => html`<option value=${id} ?selected=${id === now}>${name}</option>`,
          )}
        </select>
      </label>
      <p id="why" role="status" class="error">${this.fault}</p>
    </section>`;
  }

  private choose({ target }: Event): void {
    void this.engage((target as HTMLSelectElement).value);
  }

  private async engage(engagement: string): Promise<void> {
    const { shown, host, lastSummary: row } = this;
    if (shown === undefined || engagement === row?.engagement) return;
    this.asked = engagement;
    this.fault = '';
    try {
      // What is begun would be left behind.
      if (engagement === 'completed' && host?.drafts?.of(shown).note) throw new RelayError('not-noted');
      await host?.activeSession?.engage(shown, engagement);
      host?.dispatchEvent(new DeskbellSayEvent(msg('Engagement status changed')));
    } catch (error) {
      const words = refusalWords(error);
      if (shown === this.shown) this.fault = words;
    }
    if (shown !== this.shown) return;
    this.asked = undefined;
    await this.updateComplete;
    // What was turned off meanwhile has lost the focus, and nobody else has it.
    if (document.activeElement === document.body) this.select?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-engagement': DeskbellEngagement;
  }
}
