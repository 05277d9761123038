import { localized, msg, str } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { sharedId } from '@deskbell/protocol/actions.js';
import type { AnswerEvent } from '@deskbell/protocol/events.js';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DeskPiece } from '../desk-piece.js';
import { actionFaultWords } from '../words/action.js';
import { longMoment, shortMoment } from '../words/moment.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './answer.styles.js';

/**
 * What an action came to, among the messages: only agents see it, until it is shared.
 *
 * @csspart answer - What it says.
 * @csspart share - "Share with customer", then "Shared".
 */
@customElement('deskbell-answer')
@localized()
export class DeskbellAnswer extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  @property({ attribute: false }) event: AnswerEvent | undefined;

  @state() private isBusy = false;
  @state() private fault = '';

  protected override render() {
    if (!this.event) return nothing;
    const { name, by, at } = this.event;
    return html`<article aria-label=${msg(str`Answer to “${name}”, for agents only`)}>
      <header>
        <h3>${name}</h3>
        <bdi>${by.name}</bdi>
        <time datetime=${new Date(at).toISOString()} title=${longMoment(at)}>${shortMoment(at, this.now())}</time>
      </header>
      ${this.words(this.event)}
      <footer>
        <p role="status" class=${this.fault ? 'error' : ''}>${this.fault || msg('Only agents see this.')}</p>
        ${this.sharing(this.event)}
      </footer>
    </article>`;
  }

  private words({ ok, text, fault, name }: AnswerEvent) {
    if (!ok) return html`<p part="answer" class="text error">${actionFaultWords(fault, text)}</p>`;
    if (!text) return html`<p part="answer" class="text">${msg('Done. The service answered nothing.')}</p>`;
    // A long one scrolls, also by the keyboard.
    return html`<div part="answer" class="text scroll" role="group" aria-label=${name} tabindex="0" dir="auto">${text}</div>`;
  }

  private sharing(event: AnswerEvent) {
    const view = this.desk?.views.get(event.conversation);
    if (!event.ok || !event.text || !view) return nothing;
    const id = sharedId(event.id);
    const isShared = view.log.events.some((other) => 'id' in other && other.id === id);
    const { phase, agent } = view.log.summary;
    if (!isShared && (phase !== 'active' || agent?.id !== this.desk?.person?.id)) return nothing;
    return html`<button part="share" ?disabled=${isShared || this.isBusy || this.desk?.connection.phase !== 'open'} @click=${() => this.share(event)}>
      ${isShared ? msg('Shared') : msg('Share with customer')}
    </button>`;
  }

  private async share(event: AnswerEvent): Promise<void> {
    this.isBusy = true;
    this.fault = '';
    try {
      await this.host?.activeSession?.share(event);
    } catch (error) {
      this.fault = refusalWords(error);
    } finally {
      this.isBusy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-answer': DeskbellAnswer;
  }
}
