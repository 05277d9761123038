import { localized, msg, str } from '@lit/localize';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { save, type AddressOf } from '../attachments/address-of.js';
import { fileName, fileNameStyles } from '../attachments/file-name.js';
import { kindIcon, kindWord } from '../attachments/kind.js';
import { base, buttons, fields } from '../base.js';
import { customElement } from '../custom-element.js';
import { icon } from '../icon.js';
import { downloadIcon } from '../icons.js';
import { sizeWords } from '../text/sizes.js';
import { tokens } from '../tokens.js';
import { styles } from './file.styles.js';

/**
 * A file that came with a message, by name, type and size. Pressing it saves the file: nothing of it is opened in the page.
 *
 * @csspart file - The tile.
 */
@customElement('deskbell-file')
@localized()
export class DeskbellFile extends LitElement {
  static override styles = [tokens, base, buttons, fields, fileNameStyles, styles];

  @property({ attribute: false }) attachment: Attachment | undefined;

  @property({ attribute: false }) addressOf: AddressOf | undefined;

  @state() private isComing = false;
  @state() private isMissing = false;

  protected override render() {
    const { attachment } = this;
    if (!attachment) return nothing;
    const { name, size, type } = attachment;
    const about = [kindWord(attachment), sizeWords(size)].filter((word) => word !== '').join(' · ');
    return html`<button part="file" aria-label=${msg(str`Download ${name}, ${about}`)} aria-busy=${this.isComing} @click=${this.download}>
        ${icon(kindIcon(type))}${fileName(name)}<span class="about">${about}</span>${icon(downloadIcon)}
      </button>
      <div role="alert">
        ${this.isMissing ? html`<p class="error">${msg('The file could not be fetched. Press it to try again.')}</p>` : nothing}
      </div>`;
  }

  private async download(): Promise<void> {
    const { attachment, addressOf } = this;
    if (!attachment || !addressOf || this.isComing) return;
    this.isComing = true;
    this.isMissing = false;
    try {
      await save(await addressOf(attachment.id, 'whole'), attachment);
    } catch {
      // Whatever was the reason, there is one thing to do about it.
      this.isMissing = true;
    } finally {
      this.isComing = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-file': DeskbellFile;
  }
}
