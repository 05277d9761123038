import { localized, msg } from '@lit/localize';
import { TOOLS, type Tool, type WatchState } from '@deskbell/cobrowse/watching/state.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Begun } from '../cobrowse/cobrowsing.js';
import { DeskbellScaleEvent, DeskbellWholeEvent } from '../cobrowse/cobrowse-events.js';
import { controlIcon, drawIcon, eraseIcon, fitIcon, highlightIcon, pointerIcon, wholeIcon } from '../cobrowse/icons.js';
import { styles } from './cobrowse-tools.styles.js';
import '../cobrowse-quality/cobrowse-quality.js';
import '../tip/tip.js';

/**
 * What an agent can do on a customer's page: point, draw, highlight, take away what was drawn, ask for control and give it back, see it in its
 * own size or on the whole screen, and how quick it is. Arrows go through the tools, Escape leaves the chosen one.
 *
 * @csspart tools - The toolbar.
 * @fires {DeskbellScaleEvent} deskbell-scale - Another size was chosen.
 * @fires {DeskbellWholeEvent} deskbell-whole - All of the screen is wanted, or the old place again.
 */
@customElement('deskbell-cobrowse-tools')
@localized()
export class DeskbellCobrowseTools extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  /** The session that they are for. */
  @property({ attribute: false }) begun: Begun | undefined;

  /** How it stands. */
  @property({ attribute: false }) standing: WatchState | undefined;

  /** Whether the workspace lets agents ask for control. */
  @property({ type: Boolean }) mayControl = false;

  /** How large the page is shown. */
  @property() mode: 'fit' | 'actual' = 'fit';

  /** Whether the page has all of the screen. */
  @property({ type: Boolean }) whole = false;

  /** Which of the tools Tab stops at. */
  @state() private at = 0;

  override focus(options?: FocusOptions): void {
    this.stops[this.at]?.focus(options);
  }

  /** Escape: what draws or highlights gives way to pointing, and then the customer sees nothing of the agent. Returns whether there was anything. */
  leave(): boolean {
    const { tool } = this.standing ?? {};
    if (tool === undefined || tool === 'look') return false;
    this.begun?.watching.use(tool === 'point' ? 'look' : 'point');
    return true;
  }

  protected override render() {
    const { standing, begun } = this;
    if (!standing || !begun) return nothing;
    const isLive = standing.phase === 'live';
    return html`<div
      part="tools"
      class="tools"
      role="toolbar"
      aria-label=${msg('Co-browse')}
      @keydown=${this.walk}
      @focusin=${this.enter}
    >
      <div class="group" role="group" aria-label=${msg('Pointer')}>
        ${this.tool('point', msg('Point'), pointerIcon, isLive)} ${this.tool('draw', msg('Draw'), drawIcon, isLive)}
        ${this.tool('highlight', msg('Highlight'), highlightIcon, isLive)}
        ${this.button({ label: msg('Erase what you drew'), sign: eraseIcon, off: !isLive, act: () => begun.watching.erase() })}
      </div>
      ${this.mayControl ? this.control(standing, isLive) : nothing}
      <div class="group">
        ${this.button({
          label: this.mode === 'fit' ? msg('Show in its own size') : msg('Fit to the window'),
          sign: fitIcon,
          pressed: this.mode === 'actual',
          act: () => this.scale(),
        })}
        ${
          document.fullscreenEnabled
            ? this.button({
                label: this.whole ? msg('Leave full screen') : msg('Full screen'),
                sign: wholeIcon,
                pressed: this.whole,
                act: () => this.dispatchEvent(new DeskbellWholeEvent()),
              })
            : nothing
        }
        <deskbell-cobrowse-quality .standing=${standing}></deskbell-cobrowse-quality>
      </div>
    </div>`;
  }

  protected override updated(): void {
    this.stops.forEach((stop, index) => (stop.tabIndex = index === Math.min(this.at, this.stops.length - 1) ? 0 : -1));
  }

  private tool(tool: Tool, label: string, sign: string, isLive: boolean): TemplateResult {
    const isChosen = this.standing?.tool === tool;
    return this.button({ label, sign, pressed: isChosen, off: !isLive, act: () => this.begun?.watching.use(isChosen ? TOOLS[0] : tool) });
  }

  private button(face: { label: string; sign: string; pressed?: boolean; off?: boolean; act: () => void }): TemplateResult {
    const { label, sign, pressed, off = false, act } = face;
    return html`<deskbell-tip text=${label}
      ><button
        class="quiet icon"
        aria-label=${label}
        aria-pressed=${pressed ?? nothing}
        aria-disabled=${off}
        @click=${() => (off ? undefined : act())}
      >
        ${icon(sign)}
      </button></deskbell-tip
    >`;
  }

  private control({ control, tool }: WatchState, isLive: boolean): TemplateResult {
    const { watching } = this.begun ?? {};
    if (control === 'granted')
      return html`<div class="group">
        ${this.button({ label: msg('Control the page'), sign: controlIcon, pressed: tool === 'control', off: !isLive, act: () => watching?.use('control') })}
        <button class="held" @click=${() => watching?.leaveControl()}>${msg('Give back control')}</button>
      </div>`;
    if (control === 'asked')
      return html`<div class="group">
        <button class="asked" @click=${() => watching?.leaveControl()}>${icon(controlIcon)}${msg('Asked for control')} · ${msg('Cancel')}</button>
      </div>`;
    const reason =
      control === 'refused'
        ? msg('The customer keeps control. You can ask again in half a minute.')
        : control === 'not-allowed'
          ? msg('The site does not let agents take control.')
          : msg('The customer is asked first, and can take it back at any moment.');
    const isOff = !isLive || control === 'not-allowed';
    return html`<div class="group">
      <deskbell-tip text=${reason}
        ><button class="quiet" aria-description=${reason} aria-disabled=${isOff} @click=${() => (isOff ? undefined : watching?.askControl())}>
          ${icon(controlIcon)}<span class="word">${msg('Request control')}</span>
        </button></deskbell-tip
      >
    </div>`;
  }

  private scale(): void {
    this.mode = this.mode === 'fit' ? 'actual' : 'fit';
    this.dispatchEvent(new DeskbellScaleEvent(this.mode));
  }

  /** What the arrows go through. */
  private get stops(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('button, deskbell-cobrowse-quality')];
  }

  private enter({ target }: FocusEvent): void {
    const at = this.stops.indexOf(target as HTMLElement);
    if (at >= 0) this.at = at;
  }

  private walk(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.leave()) return event.stopPropagation();
    const { stops } = this;
    const isBack = (event.key === 'ArrowLeft') === (getComputedStyle(this).direction === 'ltr');
    const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? stops.length - 1
          : isAcross
            ? (this.at + (isBack ? -1 : 1) + stops.length) % stops.length
            : -1;
    if (to < 0) return;
    event.preventDefault();
    this.at = to;
    stops[to]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-tools': DeskbellCobrowseTools;
  }
}
