import { localized, msg, str } from '@lit/localize';
import type { FileLimits } from '@deskbell/protocol/attachments.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { fileName, fileNameStyles } from '../attachments/file-name.js';
import { isPicture } from '../attachments/is-picture.js';
import { kindIcon } from '../attachments/kind.js';
import { base, buttons, fields } from '../base.js';
import { customElement } from '../custom-element.js';
import { icon } from '../icon.js';
import { closeIcon, resendIcon, warningIcon } from '../icons.js';
import { formatLocale } from '../locale.js';
import { sizeWords } from '../text/sizes.js';
import { tokens } from '../tokens.js';
import { faultWords } from './faults.js';
import { DeskbellFileEvent } from './file-event.js';
import { told } from './told.js';
import type { Upload } from './upload.js';
import { styles } from './uploads.styles.js';

/**
 * The files that go with the next message: how far each is, and what can be done with it.
 *
 * @csspart upload - One file.
 * @fires {DeskbellFileEvent} deskbell-file - A file is to be tried again or taken off, or its picture was described.
 */
@customElement('deskbell-uploads')
@localized()
export class DeskbellUploads extends LitElement {
  static override styles = [tokens, base, buttons, fields, fileNameStyles, styles];

  /** A new array with every change. */
  @property({ attribute: false }) uploads: readonly Upload[] = [];

  /** What may be attached. */
  @property({ attribute: false }) limits: FileLimits = { maxBytes: Infinity, types: [] };

  /** How many go with one message. */
  @property({ type: Number }) most = 20;

  /** Where a picture that goes up can be shown from, by its id; undefined where it cannot. */
  @property({ attribute: false }) pictureOf: (id: string) => string | undefined = () => undefined;

  /** The longest description of a picture, in UTF-16 code units. */
  @property({ type: Number }) longest = 1_000;

  @state() private said = '';
  /** The picture that is being described. */
  @state() private described: string | undefined;

  /** What is about to be taken off, by its own button. */
  private left: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('uploads')) this.said = told(changed.get('uploads') ?? [], this.uploads, this.limits, this.most) || this.said;
    if (!this.uploads.length) this.said = '';
  }

  protected override render() {
    return html`
      ${
        this.uploads.length
          ? html`<ul aria-label=${msg('Attachments')}>
            ${repeat(
              this.uploads,
              ({ id }) => id,
              (upload) => html`<li part="upload" class=${upload.phase} data-id=${upload.id}>${this.one(upload)}</li>`,
            )}
          </ul>`
          : nothing
      }
      <div class="unseen" role="status">${this.said}</div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const gone = (changed.get('uploads') ?? []).findIndex(({ id }) => id === this.left);
    if (gone < 0 || this.uploads.some(({ id }) => id === this.left)) return;
    this.left = undefined;
    const next = this.uploads[Math.min(gone, this.uploads.length - 1)];
    const target = next ? this.within<HTMLElement>(next.id, '.remove') : this.closest('deskbell-composer');
    target?.focus();
  }

  private one(upload: Upload) {
    const { name, phase } = upload;
    return html`${this.picture(upload)}
      <div class="what">${fileName(name)}${this.standing(upload)}${this.words(upload)}</div>
      ${
        phase === 'failed'
          ? html`<button class="quiet retry" aria-label=${msg(str`Retry ${name}`)} @click=${() => this.tell(upload.id, 'retry')}>
            ${icon(resendIcon)}<span>${msg('Retry')}</span>
          </button>`
          : nothing
      }
      <button class="quiet icon remove" aria-label=${msg(str`Remove ${name}`)} title=${msg('Remove')} @click=${() => this.take(upload.id)}>
        ${icon(closeIcon)}
      </button>`;
  }

  private picture({ id, type, phase }: Upload) {
    const address = isPicture(type) && phase !== 'refused' ? this.pictureOf(id) : undefined;
    const sign = phase === 'refused' ? warningIcon : kindIcon(type);
    return html`<span class="picture">${address === undefined ? icon(sign) : html`<img src=${address} alt="" />`}</span>`;
  }

  private standing({ name, phase, size, sent, why }: Upload) {
    if (phase === 'ready') return html`<small>${sizeWords(size)}</small>`;
    if (why && (phase === 'failed' || phase === 'refused'))
      return html`<small class="error">${faultWords(why, this.limits, this.most)}</small>`;
    const part = size ? Math.min(1, sent / size) : 1;
    const percent = new Intl.NumberFormat(formatLocale(), { style: 'percent' }).format(part);
    const so = phase === 'checking' ? msg('Being checked') : msg(str`${percent} of ${sizeWords(size)}`);
    // A drawing, because how wide a bar is may not stand in a style attribute.
    return html`<svg
        class="bar"
        role="progressbar"
        aria-label=${name}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(part * 100)}
        aria-valuetext=${so}
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
      >
        <rect class="all" width="100" height="4"></rect>
        <rect class="part" width=${Math.round(part * 100)} height="4"></rect></svg
      ><small aria-hidden="true">${so}</small>`;
  }

  private words({ id, type, phase, alt }: Upload) {
    if (!isPicture(type) || phase === 'refused') return nothing;
    const label = msg('Describe this picture');
    if (this.described !== id)
      return html`<button class="quiet describe" title=${alt || nothing} @click=${() => this.ask(id)}>
        ${alt ? html`<span class="unseen">${label}: </span><bdi>${alt}</bdi>` : label}
      </button>`;
    return html`<input
      dir="auto"
      aria-label=${label}
      placeholder=${label}
      maxlength=${this.longest}
      .value=${alt}
      @keydown=${this.press}
      @change=${(event: Event) => this.tell(id, 'describe', (event.target as HTMLInputElement).value.trim())}
      @blur=${() => (this.described = undefined)}
    />`;
  }

  private async ask(id: string): Promise<void> {
    this.described = id;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  // Enter and Escape are done with the description, and do nothing else.
  private async press(event: KeyboardEvent): Promise<void> {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    const { described = '' } = this;
    const input = event.target as HTMLInputElement;
    if (event.key === 'Escape') input.value = this.uploads.find(({ id }) => id === described)?.alt ?? '';
    input.blur();
    await this.updateComplete;
    this.within<HTMLElement>(described, '.describe')?.focus();
  }

  private take(id: string): void {
    this.left = id;
    this.tell(id, 'remove');
  }

  // The type is what the caller knows about the selector, as with querySelector.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  private within<T extends Element>(id: string, selector: string): T | undefined {
    const file = [...this.renderRoot.querySelectorAll('li')].find(({ dataset }) => dataset.id === id);
    return file?.querySelector<T>(selector) ?? undefined;
  }

  private tell(id: string, change: DeskbellFileEvent['change'], alt?: string): void {
    this.dispatchEvent(new DeskbellFileEvent(id, change, alt));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-uploads': DeskbellUploads;
  }
}
