import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../base.js';
import { customElement } from '../custom-element.js';
import { icon } from '../icon.js';
import { inboxIcon } from '../icons.js';
import { tokens } from '../tokens.js';
import { styles } from './empty.styles.js';

/**
 * What stands where nothing is yet.
 *
 * @slot - One sentence: what will come here, and what to do till then.
 * @slot action - One button.
 */
@customElement('deskbell-empty')
export class DeskbellEmpty extends LitElement {
  static override styles = [tokens, base, styles];

  /** In a few words. */
  @property() heading = '';

  /** One of icons.ts. */
  @property({ attribute: false }) icon = inboxIcon;

  protected override render() {
    return html`<div>
      ${icon(this.icon)}
      <h2>${this.heading}</h2>
      <p><slot></slot></p>
      <slot name="action"></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-empty': DeskbellEmpty;
  }
}
