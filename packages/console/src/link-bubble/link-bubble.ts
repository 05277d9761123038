import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { DeskbellChooseEvent, DeskbellCloseEvent } from '@deskbell/parts/events.js';
import { place } from '@deskbell/parts/popover/place.js';
import { popoverStyles } from '@deskbell/parts/popover/popover.styles.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { isSafeAddress } from '@deskbell/protocol/addresses.js';
import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { modKeys } from '../words/mod-keys.js';
import { styles } from './link-bubble.styles.js';

/**
 * What can be done with a link in a draft: "Open", "Break Link" and "Edit", above the link.
 *
 * @fires {DeskbellChooseEvent} deskbell-choose - `break` or `edit`.
 * @fires {DeskbellCloseEvent} deskbell-close - Escape: the focus is to go back to the text.
 */
@customElement('deskbell-link-bubble')
@localized()
export class DeskbellLinkBubble extends LitElement {
  static override styles = [tokens, base, buttons, popoverStyles, styles];

  /** Where the link leads to. Only what is safe to open can be opened. */
  @property() href = '';

  @query('.bubble') private bubble!: HTMLElement;
  @query('a, button') private first!: HTMLElement;

  override focus(options?: FocusOptions): void {
    this.first.focus(options);
  }

  /** Shows it above something on the page; nothing hides it. */
  async showAt(anchor: Element | undefined): Promise<void> {
    await this.updateComplete;
    // The conversation may have been left meanwhile.
    if (!this.isConnected) return;
    this.bubble.togglePopover(anchor !== undefined);
    if (anchor) place(this.bubble, anchor, 'above');
  }

  protected override render() {
    return html`<div class="bubble" popover="manual" role="group" aria-label=${msg('Link')} @keydown=${this.leave} @mousedown=${this.keepFocus}>
      <div class="row">
        <bdi title=${this.href}>${this.href.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')}</bdi>
        ${isSafeAddress(this.href) ? html`<a href=${this.href} target="_blank" rel="noopener noreferrer">${msg('Open')}</a>` : nothing}
        <button class="quiet" @click=${() => this.choose('break')}>${msg('Break Link')}</button>
        <button class="quiet" @click=${() => this.choose('edit')}>${msg('Edit')}</button>
        <kbd aria-hidden="true">${modKeys('K')}</kbd>
      </div>
    </div>`;
  }

  private choose(what: 'break' | 'edit'): void {
    this.dispatchEvent(new DeskbellChooseEvent(what));
  }

  private keepFocus(event: MouseEvent): void {
    event.preventDefault();
  }

  private leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new DeskbellCloseEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-link-bubble': DeskbellLinkBubble;
  }
}
