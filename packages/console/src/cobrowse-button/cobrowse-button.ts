import { localized, msg, str } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { place } from '@deskbell/parts/popover/place.js';
import { popoverStyles } from '@deskbell/parts/popover/popover.styles.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Begun } from '../cobrowse/cobrowsing.js';
import { cobrowseIcon } from '../cobrowse/beginning-icons.js';
import { KnownCobrowsing } from '../cobrowse/known-cobrowsing.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellSayEvent, DeskbellShortcutEvent } from '../events.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { customerNameIn } from '../words/customer-name-in.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './cobrowse-button.styles.js';
import '../tip/tip.js';

/**
 * "Co-Browse", among the tools of a composer: asks the customer to show their page. While they are asked it says so, and takes it back; while the
 * page is shown it goes there. Where the workspace has no co-browse there is nothing.
 *
 * @csspart cobrowse - "Co-Browse".
 */
@customElement('deskbell-cobrowse-button')
@localized()
export class DeskbellCobrowseButton extends ConversationPiece {
  static override styles = [tokens, base, buttons, popoverStyles, styles];

  /** Why it is off now; empty where it is not. */
  @property() reason = '';

  @state() private isBusy = false;
  @state() private fault = '';

  @query('[popover]') private popup!: HTMLElement | null;
  @query('[part=cobrowse]') private trigger!: HTMLElement | null;

  private readonly known = new KnownCobrowsing(this);

  // Where a page is shown, whoever shows it brings it forth.
  protected override readonly shortcuts = { cobrowse: () => !this.isShown && this.choose() };

  protected override turn(): void {
    this.fault = '';
    this.close();
  }

  protected override render() {
    const { summary, desk } = this;
    if (!desk?.desk?.cobrowse || summary?.phase !== 'active' || summary.agent?.id !== desk.person?.id) return nothing;
    const waits = this.waiting;
    const label = msg('Co-Browse');
    return html`<deskbell-tip text=${this.reason || label} keys=${this.reason ? '' : keysOf('cobrowse')}
        ><button
          part="cobrowse"
          class="quiet icon ${waits ? 'waits' : ''}"
          aria-label=${label}
          aria-description=${this.reason || nothing}
          aria-haspopup=${waits ? 'dialog' : nothing}
          aria-keyshortcuts=${ariaKeysOf('cobrowse')}
          aria-disabled=${this.reason !== '' || this.isBusy}
          @click=${this.choose}
        >
          ${icon(cobrowseIcon)}
        </button></deskbell-tip
      >
      <div id="waiting" popover role="dialog" aria-label=${label} @keydown=${this.steer}>
        ${waits ? this.waits(waits) : nothing}
      </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What is in it goes with this update, and the focus would go with it.
    if (!this.waiting) this.close();
  }

  /** The session in which the customer has not answered yet. */
  private get waiting(): Begun | undefined {
    const begun = this.known.now?.of(this.shown);
    const phase = begun?.watching.state.phase;
    return phase === 'asked' || phase === 'code' ? begun : undefined;
  }

  private get isShown(): boolean {
    const phase = this.known.now?.of(this.shown)?.watching.state.phase;
    return phase !== undefined && phase !== 'ended' && !this.waiting;
  }

  private waits({ id, watching }: Begun) {
    const name = customerNameIn(this.desk, this.shown ?? null);
    const isAsked = watching.state.phase === 'asked';
    return html`<p role="status">${isAsked ? (name ? msg(str`Waiting for ${name}…`) : msg('Waiting for the customer…')) : msg('Waiting for the code')}</p>
      <p class="error" role="alert">${this.fault}</p>
      <div class="ways">
        ${
          isAsked
            ? html`<button @click=${() => this.attempt(() => this.byCode(id))}>${msg('Use a code instead')}</button>`
            : html`<button @click=${() => this.known.now?.tell(id)}>${msg('Show the code')}</button>`
        }
        <button @click=${() => this.attempt(() => this.known.now?.end(id))}>${msg('Cancel')}</button>
      </div>`;
  }

  private choose(): boolean {
    if (this.reason || this.isBusy || !this.trigger) return false;
    if (this.waiting) this.open();
    else if (this.isShown) this.host?.dispatchEvent(new DeskbellShortcutEvent('cobrowse', []));
    else void this.begin();
    return true;
  }

  private async begin(): Promise<void> {
    const { shown } = this;
    await this.attempt(() => this.ask('chat'));
    await this.updateComplete;
    if (shown === this.shown && this.waiting) this.open();
  }

  private async ask(by: 'chat' | 'code'): Promise<void> {
    const { shown, host } = this;
    if (shown === undefined || !host) return;
    const cobrowsing = await host.cobrowse.load();
    const begun = await cobrowsing.begin({ conversation: shown, by });
    if (begun.code) cobrowsing.tell(begun.id);
  }

  private async byCode(id: string): Promise<void> {
    await this.known.now?.end(id);
    await this.ask('code');
  }

  private open(): void {
    if (!this.popup || this.popup.matches(':popover-open')) return;
    this.popup.showPopover();
    place(this.popup, this.closest('deskbell-composer') ?? this, 'above');
    this.popup.querySelector<HTMLElement>('button:last-child')?.focus();
  }

  private close(): void {
    if (!this.popup?.matches(':popover-open')) return;
    const hadFocus = this.popup.matches(':focus-within');
    this.popup.hidePopover();
    if (hadFocus) this.trigger?.focus();
  }

  private steer(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Escape is for this alone, not for what it stands in.
    event.stopPropagation();
    this.close();
  }

  private async attempt(act: () => Promise<unknown> | undefined): Promise<void> {
    if (this.isBusy) return;
    this.fault = '';
    this.isBusy = true;
    try {
      await act();
    } catch (error) {
      this.fault = refusalWords(error);
      // Nothing is open that could say it.
      if (!this.waiting) this.host?.dispatchEvent(new DeskbellSayEvent(this.fault));
    } finally {
      this.isBusy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-button': DeskbellCobrowseButton;
  }
}
