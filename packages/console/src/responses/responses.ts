import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellDraftEvent } from '@deskbell/parts/events.js';
import { icon } from '@deskbell/parts/icon.js';
import { responsesIcon } from '@deskbell/parts/icons.js';
import { place } from '@deskbell/parts/popover/place.js';
import { popoverStyles } from '@deskbell/parts/popover/popover.styles.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskPiece } from '../desk-piece.js';
import type { DeskbellResponseEvent } from '../events.js';
import type { DeskbellResponseLibrary } from '../response-library/response-library.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { fillIn } from './fill.js';
import { knownIn, type Known } from './known.js';
import { Loading } from './loading.js';
import { styles } from './responses.styles.js';
import { Slash } from './slash.js';
import '@deskbell/parts/skeleton/skeleton.js';
import '../tip/tip.js';

/** What opened the library: a "/" in the box, whose text goes on filtering, or the button. */
type Way = 'slash' | 'button';

/**
 * "Standard responses", among the tools of a composer: a button that opens the library, and the "/" at the start of the box that does too.
 * What is chosen goes into the composer around it. Where the workspace has no responses there is nothing.
 *
 * @csspart responses - "Standard responses".
 */
@customElement('deskbell-responses')
@localized()
export class DeskbellResponses extends DeskPiece {
  static override styles = [tokens, base, buttons, popoverStyles, styles];

  /** Turns it off with the composer. */
  @property({ type: Boolean }) disabled = false;

  /** What a response is filled with. */
  @property({ attribute: false }) known: Known = knownIn(undefined, undefined);

  @state() private way: Way | undefined;
  @state() private wanted = '';

  @query('[popover]') private popup!: HTMLElement | null;
  @query('deskbell-response-library') private list!: DeskbellResponseLibrary | null;

  private readonly slash = new Slash();
  private readonly loading = new Loading();
  private composer: DeskbellComposer | null = null;
  private leaving: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.composer = this.closest('deskbell-composer');
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.composer?.addEventListener('beforeinput', (event) => this.expect(event), { signal });
    this.composer?.addEventListener('deskbell-draft', (event) => this.follow(event), { signal });
    this.composer?.addEventListener('focusout', (event) => this.leave(event), { signal });
    // Before the box has them: there Enter sends, and Tab goes to "Send".
    this.composer?.addEventListener('keydown', (event) => this.steer(event), { signal, capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaving?.abort();
    this.close();
  }

  /** Opens the library, or closes it. Returns whether there is one. */
  toggle(): boolean {
    if (!this.popup || this.disabled) return false;
    if (this.way === undefined) this.open('button');
    else this.close();
    return true;
  }

  close(): void {
    this.slash.end();
    this.way = undefined;
    if (this.popup?.matches(':popover-open')) this.popup.hidePopover();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const version = this.desk?.desk?.responses ?? null;
    if ((changed.has('disabled') && this.disabled) || version === null) this.close();
    if (this.way !== undefined && version !== this.loading.version) void this.load();
  }

  protected override render() {
    if ((this.desk?.desk?.responses ?? null) === null) return nothing;
    const label = msg('Standard responses');
    return html`<deskbell-tip text=${label} keys=${keysOf('responses')}>
        <button
          part="responses"
          class="quiet icon"
          aria-label=${label}
          aria-haspopup="dialog"
          aria-expanded=${this.way !== undefined}
          aria-keyshortcuts=${ariaKeysOf('responses')}
          ?disabled=${this.disabled}
          popovertarget="library"
        >
          ${icon(responsesIcon)}
        </button>
      </deskbell-tip>
      <div
        id="library"
        popover
        role="dialog"
        aria-label=${label}
        @toggle=${this.settle}
        @keydown=${this.escape}
        @mousedown=${this.keepFocus}
        @deskbell-response=${this.take}
      >
        ${this.way === undefined ? nothing : this.content(this.way)}
      </div>`;
  }

  private content(way: Way) {
    const { library, fault } = this.loading;
    if (fault)
      return html`<div class="fault">
        <p role="alert">${fault}</p>
        <button @click=${this.load}>${msg('Try again')}</button>
      </div>`;
    if (!library) return html`<div class="waits"><deskbell-skeleton rows="5"></deskbell-skeleton></div>`;
    return html`<deskbell-response-library
      .library=${library}
      .fill=${this.fill}
      .wanted=${this.wanted}
      ?searchable=${way === 'button'}
    ></deskbell-response-library>`;
  }

  private readonly fill = (text: string): string => fillIn(text, this.known);

  private open(way: Way): void {
    if (!this.popup || this.disabled) return;
    this.way = way;
    this.wanted = '';
    if (!this.popup.matches(':popover-open')) this.popup.showPopover();
    // What is there already is shown as it is; the way round would lay it out twice.
    if (this.loading.library && this.loading.version === (this.desk?.desk?.responses ?? null)) void this.show();
    else void this.load();
  }

  private async load(): Promise<void> {
    const loading = this.loading.load(this.desk?.desk?.responses ?? null, async () => this.host?.activeSession?.responses());
    this.requestUpdate();
    await loading;
    this.requestUpdate();
    await this.show();
  }

  /** Puts what there is now where it belongs. */
  private async show(): Promise<void> {
    await this.updateComplete;
    if (this.way === undefined || !this.popup || !this.composer) return;
    place(this.popup, this.composer, 'above');
    if (this.way === 'button' && !this.popup.matches(':focus-within')) (this.list ?? this.popup.querySelector('button'))?.focus();
  }

  /** The popover opened or closed by itself: by the button, by Escape, or by a click elsewhere. */
  private settle(event: ToggleEvent): void {
    if (event.newState === 'closed') this.close();
    else if (this.way === undefined) this.open('button');
    void this.show();
  }

  private expect(event: InputEvent): void {
    if (!this.isMine(event)) this.slash.expect(event, this.composer?.value ?? '');
  }

  private follow({ value }: DeskbellDraftEvent): void {
    const wasOn = this.slash.isOn;
    const isOn = this.slash.take(value);
    if (isOn && !wasOn) this.open('slash');
    else if (wasOn && !isOn) this.close();
    if (isOn) this.wanted = this.slash.query;
  }

  private leave(event: FocusEvent): void {
    const { relatedTarget: next } = event;
    // The editor may come in place of the plain box at any moment, and goes on where that was left.
    const isKept = next instanceof Element && (this.contains(next) || next.slot === 'field');
    if (this.way === 'slash' && !this.isMine(event) && !isKept) this.close();
  }

  private steer(event: KeyboardEvent): void {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari tells of a composition by the key code alone.
    if (this.way !== 'slash' || this.isMine(event) || event.isComposing || event.keyCode === 229) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!this.takes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key is for while the box has the focus. Returns whether the box is not to have it. */
  private takes(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') this.list?.move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Escape') this.close();
    else if (key === 'Enter' && this.loading.fault) void this.load();
    else if (key !== 'Enter' && key !== 'Tab') return false;
    else if (this.list?.choose() === true) return true;
    // Enter first says that this is text, and sends it the next time; Tab goes on to "Send".
    else if (key === 'Tab' || this.list) this.close();
    return key !== 'Tab';
  }

  // Escape is for the library alone, not for what it stands in.
  private escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
    this.composer?.focus();
  }

  private keepFocus(event: MouseEvent): void {
    if (this.way === 'slash') event.preventDefault();
  }

  private take(event: DeskbellResponseEvent): void {
    event.stopPropagation();
    const { way, composer } = this;
    const { length } = this.slash;
    this.close();
    if (way === 'slash') composer?.replaceStart(length, event.text);
    else composer?.insert(event.text);
  }

  /** Whether something happened in here, not in the box. */
  private isMine(event: Event): boolean {
    return event.composedPath().includes(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-responses': DeskbellResponses;
  }
}
