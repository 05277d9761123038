import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { place } from '@deskbell/parts/popover/place.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { styles } from './tip.styles.js';

/**
 * What a control does, and its keys, beside it while it is pointed at or has the focus from the keyboard. For the eye only: the control has
 * the same as its name and `aria-keyshortcuts`.
 *
 * @slot - The control.
 */
@customElement('deskbell-tip')
export class DeskbellTip extends LitElement {
  static override styles = [tokens, base, styles];

  /** What it does, where the control has no words of its own. */
  @property() text = '';

  /** The shortcut, as it is written on the keys. */
  @property() keys = '';

  @query('.tip') private tip!: HTMLElement;

  constructor() {
    super();
    this.addEventListener('pointerenter', (event) => event.pointerType !== 'touch' && this.show('pointer'));
    this.addEventListener('focusin', (event) => (event.target as Element).matches(':focus-visible') && this.show('keyboard'));
    for (const type of ['pointerleave', 'pointerdown', 'focusout', 'click'] as const) this.addEventListener(type, () => this.hide());
    this.addEventListener('keydown', (event) => event.key === 'Escape' && this.hide());
  }

  protected override render() {
    return html`<slot></slot>
      <div class="tip" popover="manual" aria-hidden="true">
        ${this.text ? html`<span>${this.text}</span>` : nothing}${this.keys ? html`<kbd>${this.keys}</kbd>` : nothing}
      </div>`;
  }

  private show(by: 'pointer' | 'keyboard'): void {
    if (!this.hasUpdated || !this.isConnected) return;
    this.dataset.by = by;
    this.tip.showPopover();
    place(this.tip, this.firstElementChild ?? this, 'below');
  }

  private hide(): void {
    if (this.hasUpdated) this.tip.hidePopover();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-tip': DeskbellTip;
  }
}
