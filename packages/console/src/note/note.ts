import { localized, msg, str } from '@lit/localize';
import type { NoteEvent } from '@deskbell/protocol/events.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { longMoment, shortMoment } from '../words/moment.js';
import { styles } from './note.styles.js';

/** A note that is longer, in characters or lines, is cut until all of it is asked for. */
const SHORT = 400;
const FEW_LINES = 8;

const isLong = (text: string): boolean => text.length > SHORT || text.split('\n', FEW_LINES + 1).length > FEW_LINES;

/**
 * One note: who wrote it, when, and what it says.
 *
 * @csspart text - What it says.
 */
@customElement('deskbell-note')
@localized()
export class DeskbellNote extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  @property({ attribute: false }) note: NoteEvent | undefined;

  /** Whether it was written in another conversation of the customer. */
  @property({ type: Boolean, attribute: false }) isElsewhere = false;

  /** The relay's clock, ms since 1970. */
  @property({ attribute: false }) now = 0;

  @state() private isWhole = false;

  protected override render() {
    if (!this.note) return nothing;
    const { by, at, text } = this.note;
    const isCut = isLong(text) && !this.isWhole;
    return html`<article aria-label=${msg(str`Note by ${by.name}`)}>
      <p class="about">
        <bdi>${by.name}</bdi>
        <time datetime=${new Date(at).toISOString()} title=${longMoment(at)}>${shortMoment(at, this.now)}</time>
        ${this.isElsewhere ? html`<span>${msg('Earlier conversation')}</span>` : nothing}
      </p>
      <p part="text" class="text ${isCut ? 'cut' : ''}" dir="auto">${text}</p>
      ${
        isLong(text)
          ? html`<button class="quiet" aria-expanded=${this.isWhole} @click=${() => (this.isWhole = !this.isWhole)}>
            ${this.isWhole ? msg('Show less') : msg('Show all')}
          </button>`
          : nothing
      }
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-note': DeskbellNote;
  }
}
