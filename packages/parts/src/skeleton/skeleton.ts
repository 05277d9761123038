import { localized, msg } from '@lit/localize';
import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../base.js';
import { customElement } from '../custom-element.js';
import { styles } from './skeleton.styles.js';

/** The shape of what is being loaded, shown after 150 ms. */
@customElement('deskbell-skeleton')
@localized()
export class DeskbellSkeleton extends LitElement {
  static override styles = [base, styles];

  /** How many rows. */
  @property({ type: Number }) rows = 3;

  protected override render() {
    return html`<span class="unseen" role="status">${msg('Loading')}</span> ${Array.from(
      { length: this.rows },
      () => html`<div class="line"><i class="round"></i><i class="long"></i></div>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-skeleton': DeskbellSkeleton;
  }
}
