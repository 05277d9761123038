import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { DeskbellChooseEvent } from '@deskbell/parts/events.js';
import { icon } from '@deskbell/parts/icon.js';
import { closeIcon, warningIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { aiIcon } from '../assist/icons.js';
import { NO_WRITING, type Writing } from './writing-event.js';
import { styles } from './writing.styles.js';

/**
 * Says above a draft that a model is writing it, or has written it, or why not.
 *
 * @csspart strip - All of it.
 * @fires {DeskbellChooseEvent} deskbell-choose - `stop`, `undo` or `dismiss`.
 */
@customElement('deskbell-writing')
@localized()
export class DeskbellWriting extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  /** How it stands. */
  @property({ attribute: false }) writing: Writing = NO_WRITING;

  protected override render() {
    const { phase } = this.writing;
    return html`<div role="status">${phase === 'none' ? nothing : this.strip(this.writing)}</div>`;
  }

  private strip(writing: Writing) {
    const { phase } = writing;
    return html`<div part="strip" class="strip ${phase}">
      ${icon(phase === 'failed' ? warningIcon : aiIcon)}
      <p>${this.words(writing)}</p>
      ${phase === 'begun' ? html`<button class="quiet" @click=${() => this.choose('stop')}>${msg('Stop')}</button>` : nothing}
      ${
        phase === 'written' && writing.undo
          ? html`<button class="quiet" @click=${() => this.choose('undo')}>${msg('Undo')}</button>`
          : nothing
      }
      ${
        phase === 'begun'
          ? nothing
          : html`<button class="quiet icon" aria-label=${msg('Dismiss')} title=${msg('Dismiss')} @click=${() => this.choose('dismiss')}>
              ${icon(closeIcon)}
            </button>`
      }
    </div>`;
  }

  private words(writing: Writing): string {
    switch (writing.phase) {
      case 'none':
        return '';
      case 'begun':
        return msg('AI is writing');
      case 'written':
        return msg('Written by AI: read it before you send');
      case 'failed':
        return writing.fault;
    }
  }

  private choose(item: 'stop' | 'undo' | 'dismiss'): void {
    this.dispatchEvent(new DeskbellChooseEvent(item));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-writing': DeskbellWriting;
  }
}
