import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { starIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './send-survey.styles.js';

/**
 * "Send Survey", where the queue leaves it to agents: pressed, the customer is asked how it was when the conversation ends. Pressed again
 * before that, they are not.
 *
 * @csspart send-survey - "Send Survey".
 */
@customElement('deskbell-send-survey')
@localized()
export class DeskbellSendSurvey extends ConversationPiece {
  static override styles = [tokens, base, buttons, styles];

  @state() private isBusy = false;
  @state() private fault = '';

  protected override turn(): void {
    this.fault = '';
  }

  protected override render() {
    if (!this.isThere) return nothing;
    const isPlanned = this.summary?.survey === 'planned';
    const hint = isPlanned ? msg('Goes out when you end the conversation') : '';
    return html`<p role="status" class=${this.fault ? 'error' : ''}>${this.fault || hint}</p>
      <button
        part="send-survey"
        aria-pressed=${isPlanned}
        ?disabled=${this.isBusy || this.desk?.connection.phase !== 'open'}
        @click=${() => this.send(!isPlanned)}
      >
        ${icon(starIcon)}${msg('Send Survey')}
      </button>`;
  }

  /** What was wanted in another queue can be taken back in this one. */
  private get isThere(): boolean {
    const { summary, desk } = this;
    if (summary?.phase !== 'active' || summary.agent?.id !== desk?.person?.id) return false;
    const trigger = desk?.desk?.queues.find(({ id }) => id === summary.queue.id)?.survey;
    return summary.survey === 'planned' || (summary.survey === null && trigger === 'agent');
  }

  private async send(on: boolean): Promise<void> {
    const { shown } = this;
    if (shown === undefined) return;
    this.isBusy = true;
    this.fault = '';
    try {
      await this.host?.activeSession?.sendSurvey(shown, on);
    } catch (error) {
      this.fault = refusalWords(error);
    } finally {
      this.isBusy = false;
      // A button that is turned off loses the focus.
      void this.updateComplete.then(() => this.shown === shown && this.renderRoot.querySelector('button')?.focus());
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-send-survey': DeskbellSendSurvey;
  }
}
