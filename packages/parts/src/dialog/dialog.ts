import { localized, msg } from '@lit/localize';
import { LitElement, html, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { base, buttons } from '../base.js';
import { customElement } from '../custom-element.js';
import { DeskbellCloseEvent } from '../events.js';
import { icon } from '../icon.js';
import { closeIcon } from '../icons.js';
import { tokens } from '../tokens.js';
import { styles } from './dialog.styles.js';

// The element that has the focus, through every open shadow root on the way.
const focused = (): HTMLElement | undefined => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
};

/**
 * A decision that has to be taken before anything else goes on. Escape and the cross close it; the focus goes back to where it was, also where
 * the dialog is taken out of the page while it is open. A slotted element with `autofocus` has the focus first.
 *
 * @slot - What it is about.
 * @slot actions - The buttons, the main one last.
 * @csspart dialog - The window.
 * @fires {DeskbellCloseEvent} deskbell-close - It was closed, in whatever way.
 */
@customElement('deskbell-dialog')
@localized()
export class DeskbellDialog extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  /** The question, or the title. */
  @property() label = '';

  /** Whether it is shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  private opener: HTMLElement | undefined;

  /** Shows it. */
  show(): void {
    this.open = true;
  }

  /** Closes it. */
  close(): void {
    this.open = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.open) this.giveBack();
  }

  protected override render() {
    return html`
      <dialog part="dialog" aria-labelledby="label" @close=${this.settle}>
        <h2 id="label">${this.label}</h2>
        <div class="body"><slot></slot></div>
        <footer><slot name="actions"></slot></footer>
        <button class="quiet icon" aria-label=${msg('Dismiss')} @click=${this.close}>${icon(closeIcon)}</button>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open') || this.open === this.dialog.open) return;
    if (!this.open) {
      this.dialog.close();
      return;
    }
    this.opener = focused();
    this.dialog.showModal();
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  private settle(): void {
    this.open = false;
    this.giveBack();
    this.dispatchEvent(new DeskbellCloseEvent());
  }

  private giveBack(): void {
    if (this.opener?.isConnected) this.opener.focus();
    this.opener = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-dialog': DeskbellDialog;
  }
}
