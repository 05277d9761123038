import { localized, msg } from '@lit/localize';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AddressOf } from '../attachments/address-of.js';
import { base, buttons } from '../base.js';
import { customElement } from '../custom-element.js';
import { icon } from '../icon.js';
import { imageFileIcon, resendIcon } from '../icons.js';
import { tokens } from '../tokens.js';
import { styles } from './picture.styles.js';
import '../lightbox/lightbox.js';

// So far before it comes into view it is fetched.
const AHEAD = '600px';
const UNKNOWN = { width: 4, height: 3 };
// What the words need that say what is wrong.
const ROOM = { width: 130, height: 80 };

/**
 * A picture that came with a message, small. It has its place in the right shape before it is there, is fetched when it comes near the view,
 * and is shown whole when it is pressed. An address that is good no more is asked for once again.
 *
 * @csspart picture - The frame.
 */
@customElement('deskbell-picture')
@localized()
export class DeskbellPicture extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  @property({ attribute: false }) attachment: Attachment | undefined;

  @property({ attribute: false }) addressOf: AddressOf | undefined;

  /** How wide and how high at most, in CSS pixels. */
  @property({ type: Number }) most = 260;

  @state() private address: string | undefined;
  @state() private isThere = false;
  @state() private isMissing = false;

  @query('.frame') private frame!: HTMLElement | null;

  private tries = 0;
  private width = 0;
  private height = 0;
  private watcher: IntersectionObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher ??= new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && this.come(), {
      rootMargin: AHEAD,
      // Within a list that scrolls the margin of the root says nothing.
      ...{ scrollMargin: AHEAD },
    });
    this.watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher?.disconnect();
  }

  protected override render() {
    const { attachment } = this;
    if (!attachment) return nothing;
    const label = attachment.alt ?? attachment.name;
    if (this.isMissing) {
      const isTiny = this.width < ROOM.width || this.height < ROOM.height;
      return html`<button part="picture" class="frame missing ${isTiny ? 'tiny' : ''}" title=${label} @click=${this.retry}>
        ${icon(resendIcon)}<span class=${isTiny ? 'unseen' : ''}>${msg('The picture did not load')}<small>${msg('Try again')}</small></span>
      </button>`;
    }
    return html`<button part="picture" class="frame open ${this.isThere ? 'there' : ''}" aria-haspopup="dialog" title=${label} @click=${this.enlarge}>
      ${icon(imageFileIcon)}<img
        src=${this.address ?? nothing}
        alt=${label}
        decoding="async"
        referrerpolicy="no-referrer"
        @load=${() => (this.isThere = true)}
        @error=${this.lose}
      />
    </button>`;
  }

  protected override willUpdate(): void {
    const { width = UNKNOWN.width, height = UNKNOWN.height } = this.attachment ?? {};
    const isKnown = this.attachment?.width !== undefined;
    const scale = Math.min(isKnown ? 1 : Infinity, this.most / width, this.most / height);
    this.width = width * scale;
    this.height = height * scale;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.frame?.style.setProperty('inline-size', `${Math.round(this.width)}px`);
    this.frame?.style.setProperty('aspect-ratio', `${this.width} / ${this.height}`);
  }

  private come(): void {
    this.watcher?.disconnect();
    if (this.tries === 0) void this.fetch();
  }

  private async fetch(): Promise<void> {
    const { attachment, addressOf } = this;
    if (!attachment || !addressOf) return;
    this.tries++;
    try {
      this.address = await addressOf(attachment.id, attachment.thumbnail ? 'thumbnail' : 'whole');
    } catch {
      // Whatever was the reason, there is one thing to do about it.
      this.isMissing = true;
    }
  }

  /** What came was no picture: most often an address that had ended before it was used. */
  private lose(): void {
    this.address = undefined;
    if (this.tries < 2) void this.fetch();
    else this.isMissing = true;
  }

  private async retry(): Promise<void> {
    this.tries = 0;
    this.isMissing = false;
    await this.updateComplete;
    this.frame?.focus();
    await this.fetch();
  }

  /** Beside everything that is shown around it, so that it stays when the row it came from goes. */
  private async enlarge(): Promise<void> {
    const lightbox = document.createElement('deskbell-lightbox');
    Object.assign(lightbox, { attachment: this.attachment, addressOf: this.addressOf });
    const around = (this.getRootNode() as ShadowRoot).host.getRootNode();
    (around instanceof ShadowRoot ? around : document.body).append(lightbox);
    await lightbox.show();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-picture': DeskbellPicture;
  }
}
