import { localized, msg } from '@lit/localize';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { save, type AddressOf } from '../attachments/address-of.js';
import { fileName, fileNameStyles } from '../attachments/file-name.js';
import { kindWord } from '../attachments/kind.js';
import { base, buttons } from '../base.js';
import { customElement } from '../custom-element.js';
import { icon } from '../icon.js';
import { closeIcon, downloadIcon } from '../icons.js';
import { sizeWords } from '../text/sizes.js';
import { tokens } from '../tokens.js';
import { styles } from './lightbox.styles.js';

/**
 * One picture over everything else, as large as there is room. Escape, the cross and a press beside the picture close it; it then goes out of
 * the page by itself, and the focus goes back to where it was.
 */
@customElement('deskbell-lightbox')
@localized()
export class DeskbellLightbox extends LitElement {
  static override styles = [tokens, base, buttons, fileNameStyles, styles];

  @property({ attribute: false }) attachment: Attachment | undefined;

  @property({ attribute: false }) addressOf: AddressOf | undefined;

  @state() private address: string | undefined;
  @state() private isMissing = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  /** Shows it. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.dialog.showModal();
    await this.fetch();
  }

  /** Closes it, and takes it out of the page. */
  close(): void {
    this.dialog.close();
  }

  protected override render() {
    const { attachment } = this;
    if (!attachment) return nothing;
    const { name, size, alt } = attachment;
    const about = [kindWord(attachment), sizeWords(size)].filter((word) => word !== '').join(' · ');
    return html`<dialog aria-label=${alt ?? name} @keydown=${this.press} @click=${this.point} @cancel=${this.dismiss} @close=${this.leave}>
      <header>
        <div class="what">${fileName(name)}<small>${about}</small></div>
        <button class="quiet icon" aria-label=${msg('Download')} title=${msg('Download')} @click=${this.download}>${icon(downloadIcon)}</button>
        <button class="quiet icon" autofocus aria-label=${msg('Close')} title=${msg('Close')} @click=${this.close}>${icon(closeIcon)}</button>
      </header>
      <div class="stage">${this.stage(alt ?? name)}</div>
      ${alt ? html`<p dir="auto">${alt}</p>` : nothing}
    </dialog>`;
  }

  private stage(label: string) {
    if (this.isMissing)
      return html`<div class="missing" role="alert">
        <p>${msg('The picture did not load')}</p>
        <button @click=${this.fetch}>${msg('Try again')}</button>
      </div>`;
    if (this.address === undefined) return html`<span role="status">${msg('Loading')}</span>`;
    return html`<img src=${this.address} alt=${label} referrerpolicy="no-referrer" @error=${() => (this.isMissing = true)} />`;
  }

  private async fetch(): Promise<void> {
    const { attachment, addressOf } = this;
    if (!attachment || !addressOf) return;
    this.isMissing = false;
    this.address = undefined;
    try {
      this.address = await addressOf(attachment.id, 'whole');
    } catch {
      // Whatever was the reason, there is one thing to do about it.
      this.isMissing = true;
    }
  }

  private async download(): Promise<void> {
    const { attachment, addressOf } = this;
    if (!attachment || !addressOf) return;
    try {
      // A fresh address: the one that is shown may have ended.
      await save(await addressOf(attachment.id, 'whole'), attachment);
    } catch {
      this.isMissing = true;
    }
  }

  // Escape is for the picture alone, not for the window that it came from; nor are any other keys.
  private press(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.close();
  }

  private dismiss(event: Event): void {
    event.preventDefault();
    this.close();
  }

  private point({ target }: Event): void {
    if (target instanceof Element && target.matches('.stage')) this.close();
  }

  private leave(): void {
    this.remove();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-lightbox': DeskbellLightbox;
  }
}
