import { localized, msg } from '@lit/localize';
import type { FileLimits } from '@deskbell/protocol/attachments.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { base, buttons } from '../base.js';
import { customElement } from '../custom-element.js';
import { DeskbellAttachEvent } from '../events.js';
import { icon } from '../icon.js';
import { attachIcon } from '../icons.js';
import { tokens } from '../tokens.js';
import { styles } from './attach.styles.js';
import { dropped, hasFiles, pasted } from './handed.js';
import '../uploads/uploads.js';

/**
 * Takes files, in the slot `tools` of a `<deskbell-composer>`: by its button, by paste into that composer, and by drop over what it is told.
 *
 * @csspart attach - "Attachments".
 * @fires {DeskbellAttachEvent} deskbell-attach - Somebody handed over files.
 */
@customElement('deskbell-attach')
@localized()
export class DeskbellAttach extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  /** What may be attached: the browser offers that first. */
  @property({ attribute: false }) limits: FileLimits | undefined;

  /** Turns it off. Files that are dropped then do nothing: left to the browser they would take the page away. */
  @property({ type: Boolean }) disabled = false;

  /** Over which files can be dropped. */
  @property({ attribute: false }) over: Element | undefined;

  /** The keys that call `choose`, as they are shown; none where left out. */
  @property() keys = '';

  /** The same as `aria-keyshortcuts` has them. */
  @property({ attribute: 'aria-keys' }) ariaKeys = '';

  @query('input') private input!: HTMLInputElement;
  @query('.zone') private zone!: HTMLElement;

  private listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
  }

  /** Lets files be chosen, as its button does. Returns whether they can be, now. */
  choose(): boolean {
    if (!this.disabled) this.input.click();
    return !this.disabled;
  }

  protected override render() {
    const label = msg('Attachments');
    const { keys, ariaKeys } = this;
    return html`<button
        part="attach"
        class="quiet icon"
        aria-label=${label}
        title=${keys ? `${label} (${keys})` : label}
        aria-keyshortcuts=${ariaKeys || nothing}
        ?disabled=${this.disabled}
        @click=${this.choose}
      >
        ${icon(attachIcon)}
      </button>
      <input type="file" multiple hidden aria-label=${label} accept=${this.limits?.types.join(',') ?? ''} @change=${this.take} />
      <div class="zone" popover="manual" aria-hidden="true" @dragleave=${this.hide}>
        <div>${icon(attachIcon)}${msg('Drop files to attach them')}</div>
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('over')) this.listen();
  }

  private listen(): void {
    this.listening?.abort();
    this.listening = new AbortController();
    // Before the text box has them: it would write, or open, what is dropped or pasted.
    const early = { signal: this.listening.signal, capture: true };
    const { over } = this;
    over?.addEventListener('dragenter', (event) => this.show(event as DragEvent), early);
    over?.addEventListener('dragover', (event) => this.allow(event as DragEvent), early);
    over?.addEventListener('drop', (event) => this.drop(event as DragEvent), early);
    this.closest('deskbell-composer')?.addEventListener('paste', (event) => this.paste(event), early);
  }

  private take(): void {
    this.hand([...(this.input.files ?? [])]);
    // The same file can be chosen again.
    this.input.value = '';
  }

  private show(event: DragEvent): void {
    if (!hasFiles(event) || this.disabled || !this.over) return;
    event.preventDefault();
    if (this.zone.matches(':popover-open')) return;
    this.zone.showPopover();
    const { left, top, width, height } = this.over.getBoundingClientRect();
    for (const [name, value] of Object.entries({ left, top, width, height })) this.zone.style.setProperty(name, `${value}px`);
  }

  private hide(): void {
    this.zone.hidePopover();
  }

  private allow(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = this.disabled ? 'none' : 'copy';
  }

  private drop(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.hide();
    this.hand(dropped(event));
  }

  private paste(event: ClipboardEvent): void {
    const files = this.disabled ? [] : pasted(event);
    if (!files.length) return;
    event.preventDefault();
    event.stopPropagation();
    this.hand(files);
  }

  private hand(files: readonly File[]): void {
    if (files.length && !this.disabled) this.dispatchEvent(new DeskbellAttachEvent(files));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-attach': DeskbellAttach;
  }
}
