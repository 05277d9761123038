import { localized, msg } from '@lit/localize';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../base.js';
import { customElement } from '../custom-element.js';
import type { AddressOf } from './address-of.js';
import { styles } from './attachments.styles.js';
import { isPicture } from './is-picture.js';
import '../file/file.js';
import '../picture/picture.js';

// A picture by itself may be larger than one among others. In CSS pixels.
const ALONE = 260;
const AMONG_OTHERS = 140;

/**
 * What came with a message: pictures, and tiles of all other files.
 */
@customElement('deskbell-attachments')
@localized()
export class DeskbellAttachments extends LitElement {
  static override styles = [base, styles];

  @property({ attribute: false }) attachments: readonly Attachment[] = [];

  @property({ attribute: false }) addressOf: AddressOf | undefined;

  /** Whether one's own side sent it: it stands at the end of the line. */
  @property({ type: Boolean, reflect: true }) ours = false;

  protected override render() {
    const pictures = this.attachments.filter(({ type }) => isPicture(type)).length;
    return html`<ul aria-label=${msg('Attachments')}>
      ${repeat(
        this.attachments,
        ({ id }) => id,
        (attachment) => html`<li>${this.one(attachment, pictures > 1 ? AMONG_OTHERS : ALONE)}</li>`,
      )}
    </ul>`;
  }

  private one(attachment: Attachment, most: number) {
    return isPicture(attachment.type)
      ? html`<deskbell-picture .attachment=${attachment} .addressOf=${this.addressOf} .most=${most}></deskbell-picture>`
      : html`<deskbell-file .attachment=${attachment} .addressOf=${this.addressOf}></deskbell-file>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-attachments': DeskbellAttachments;
  }
}
