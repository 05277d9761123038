import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../base.js';
import { customElement } from '../custom-element.js';
import { icon } from '../icon.js';
import { checkIcon, infoIcon, warningIcon } from '../icons.js';
import { tokens } from '../tokens.js';
import { styles } from './banner.styles.js';

const ICONS = { info: infoIcon, good: checkIcon, warn: warningIcon, bad: warningIcon } as const;

/**
 * A line across a window that says how things stand: offline, ended, nothing is kept. Read out politely when it comes.
 *
 * @slot - What happened, what was kept, what to do.
 * @slot action - One button.
 */
@customElement('deskbell-banner')
export class DeskbellBanner extends LitElement {
  static override styles = [tokens, base, styles];

  /** What it means. */
  @property() kind: keyof typeof ICONS = 'info';

  /** Another icon than that of its kind: one of icons.ts. */
  @property({ attribute: false }) icon = '';

  protected override render() {
    return html`<div class="banner ${this.kind}" role="status">
      ${icon(this.icon || ICONS[this.kind])}
      <div class="words"><slot></slot></div>
      <slot name="action"></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-banner': DeskbellBanner;
  }
}
