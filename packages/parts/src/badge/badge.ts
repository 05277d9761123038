import { localized } from '@lit/localize';
import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../base.js';
import { customElement } from '../custom-element.js';
import { formatLocale } from '../locale.js';
import { tokens } from '../tokens.js';
import { styles } from './badge.styles.js';

const MOST = 99;

/** A small count, of unread messages for instance. Shows nothing for 0, and "99+" for more than 99. What it counts is said beside it. */
@customElement('deskbell-badge')
@localized()
export class DeskbellBadge extends LitElement {
  static override styles = [tokens, base, styles];

  /** How many. */
  @property({ type: Number }) count = 0;

  /** `accent` wants attention, `bad` wants it now, `quiet` does not. */
  @property({ reflect: true }) kind: 'accent' | 'bad' | 'quiet' = 'accent';

  protected override render() {
    if (this.count <= 0) return nothing;
    const shown = Math.min(this.count, MOST).toLocaleString(formatLocale());
    return html`<span>${shown}${this.count > MOST ? '+' : ''}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-badge': DeskbellBadge;
  }
}
