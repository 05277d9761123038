import { localized, msg, str } from '@lit/localize';
import type { WatchState } from '@deskbell/cobrowse/watching/state.js';
import { PortView } from '@deskbell/cobrowse/watching/port-view.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { backIcon, offlineIcon, usersIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { cobrowseIcon } from '../cobrowse/beginning-icons.js';
import type { DeskbellScaleEvent } from '../cobrowse/cobrowse-events.js';
import type { Begun } from '../cobrowse/cobrowsing.js';
import { lockIcon } from '../cobrowse/icons.js';
import { KnownCobrowsing } from '../cobrowse/known-cobrowsing.js';
import type { DeskbellCobrowseTools } from '../cobrowse-tools/cobrowse-tools.js';
import { DeskPiece } from '../desk-piece.js';
import { announcement, faceOf, headingOf, type Face } from '../words/cobrowse.js';
import { customerNameIn } from '../words/customer-name-in.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './cobrowse-view.styles.js';
import '@deskbell/parts/banner/banner.js';
import '../cobrowse-digits/cobrowse-digits.js';
import '../cobrowse-tools/cobrowse-tools.js';
import '../tip/tip.js';

/**
 * A customer's page as they see it, masked, with what an agent can do in it. What it shows stands in a document of the relay's, so the page
 * around needs `frame-src` with the relay.
 *
 * @csspart bar - What is shown, and the tools.
 * @csspart page - The customer's page, or what stands in its place.
 */
@customElement('deskbell-cobrowse-view')
@localized()
export class DeskbellCobrowseView extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  /** The id of the co-browse session. */
  @property() session = '';

  @state() private fault = '';
  @state() private isBusy = false;
  @state() private isWhole = false;

  @query('section') private whole!: HTMLElement | null;
  @query('iframe') private frame!: HTMLIFrameElement | null;
  @query('deskbell-cobrowse-tools') private tools!: DeskbellCobrowseTools | null;
  @query('.face .primary') private main!: HTMLElement | null;

  private readonly known = new KnownCobrowsing(this);
  private view: PortView | undefined;
  private hadControl = false;
  private hide: (() => void) | undefined;

  override focus(options?: FocusOptions): void {
    (this.main ?? this.tools)?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override willUpdate(): void {
    const { phase, control } = this.known.now?.get(this.session)?.watching.state ?? {};
    if (control === 'granted') this.hadControl = true;
    else if (control !== 'none' || phase !== 'live') this.hadControl = false;
  }

  protected override render() {
    const begun = this.known.now?.get(this.session);
    if (!begun) return nothing;
    const { state } = begun.watching;
    const name = customerNameIn(this.desk, begun.conversation);
    const face = faceOf(state, name);
    return html`<section @fullscreenchange=${this.look} aria-label=${name ? msg(str`The page of ${name}`) : msg('The customer’s page')}>
      <header part="bar" class="bar">
        ${begun.conversation === null ? this.back() : nothing} ${this.where(state)}
        ${isMet(state) ? html`<deskbell-cobrowse-tools .begun=${begun} .standing=${state} .mayControl=${this.desk?.desk?.cobrowse?.control ?? false} ?whole=${this.isWhole} @deskbell-scale=${({ mode }: DeskbellScaleEvent) => this.view?.scale(mode)} @deskbell-whole=${this.toggleWhole}></deskbell-cobrowse-tools>` : nothing}
        ${state.phase === 'ended' ? nothing : this.endButton(begun)}
      </header>
      ${this.fault ? html`<deskbell-banner kind="bad">${this.fault}</deskbell-banner>` : nothing}
      ${state.phase === 'reconnecting' && !face ? html`<deskbell-banner kind="warn">${msg('Connecting again. What was shown last still stands.')}</deskbell-banner>` : nothing}
      <div part="page" class="page ${state.phase} ${state.phase === 'live' && state.tool === 'control' ? 'held' : ''}">
        ${isMet(state) || state.phase === 'connecting' ? this.page(state, name) : nothing} ${face ? this.face(begun, face) : nothing}
      </div>
      <div class="unseen" role="status">${announcement(state, name, this.hadControl)}</div>
    </section>`;
  }

  /** Back to the list, from what has no chat beside it. */
  private back() {
    const label = msg('Back to the list');
    return html`<deskbell-tip text=${label}
      ><button class="quiet icon" aria-label=${label} @click=${() => this.known.now?.watch(undefined)}>${icon(backIcon, true)}</button></deskbell-tip
    >`;
  }

  private where(state: WatchState) {
    const heading = headingOf(state);
    if (!heading) return html`<div class="where"><h2>${icon(cobrowseIcon)}${msg('Co-browse')}</h2></div>`;
    const { title, below, isAddress } = heading;
    return html`<div class="where">
      <h2><bdi>${title}</bdi></h2>
      <span class="below" dir=${isAddress ? 'ltr' : 'auto'} title=${below}>${below}</span>
    </div>`;
  }

  private endButton({ id }: Begun) {
    return html`<button class="end danger" ?disabled=${this.isBusy} @click=${() => this.end(id)}>${msg('End')}</button>`;
  }

  /** Stays what it is from the first meeting to the end: to be put in anew it would have to load anew. */
  private page({ session }: WatchState, name: string) {
    return html`<iframe
      title=${name ? msg(str`The page of ${name}`) : msg('The customer’s page')}
      src=${this.known.now?.viewOf(session).href ?? nothing}
      sandbox="allow-scripts allow-same-origin"
      @load=${this.open}
    ></iframe>`;
  }

  private face(begun: Begun, { title, sentence }: Face) {
    const { phase, paused } = begun.watching.state;
    const sign = phase === 'paused' ? (paused === 'hidden' ? usersIcon : lockIcon) : phase === 'ended' ? offlineIcon : cobrowseIcon;
    return html`<div class="face">
      <div class="words">
        ${phase === 'code' ? nothing : html`<span class="sign">${icon(sign)}</span>`}
        <h3>${title}</h3>
        <p>${sentence}</p>
        ${phase === 'code' ? html`<deskbell-cobrowse-digits session=${begun.id}></deskbell-cobrowse-digits>` : nothing}
        <div class="ways">${this.ways(begun)}</div>
      </div>
    </div>`;
  }

  private ways({ id, by, conversation, watching }: Begun) {
    const { phase, isLost } = watching.state;
    if (phase === 'asked') return html`<button ?disabled=${this.isBusy} @click=${() => this.end(id)}>${msg('Cancel')}</button>`;
    if (phase === 'elsewhere') return html`<button class="primary" @click=${() => watching.comeBack()}>${msg('Show it here')}</button>`;
    if (isLost) return html`<button class="primary" @click=${() => watching.comeBack()}>${msg('Try again')}</button>`;
    if (phase !== 'ended') return nothing;
    const again = by === 'chat' || (by === undefined && conversation !== null);
    return html`<button @click=${() => this.putAway(id)}>${msg('Close')}</button
      ><button class="primary" ?disabled=${this.isBusy} @click=${() => this.again(id, conversation, again ? 'chat' : 'code')}>
        ${again ? msg('Ask again') : msg('New code')}
      </button>`;
  }

  private open(): void {
    const { contentWindow: window } = this.frame ?? {};
    const { now } = this.known;
    const watching = now?.get(this.session)?.watching;
    this.leave();
    if (!window || !watching) return;
    const { origin } = now.viewOf(watching.state.session);
    this.hide = watching.show((listener) => {
      const left = () => this.tools?.leave();
      this.view = new PortView({ window, origin, listener, label: msg('The customer’s page'), left });
      return this.view;
    });
    if (this.tools) this.view?.scale(this.tools.mode);
  }

  /** All of the screen, or its place again. A browser that would not says so by doing nothing. */
  private async toggleWhole(): Promise<void> {
    await (this.isWhole ? document.exitFullscreen() : this.whole?.requestFullscreen())?.catch(() => undefined);
  }

  private look(): void {
    this.isWhole = this.whole?.matches(':fullscreen') ?? false;
  }

  private leave(): void {
    this.hide?.();
    this.view?.close();
    this.view = this.hide = undefined;
  }

  private putAway(id: string): void {
    this.leave();
    this.known.now?.putAway(id);
  }

  private end(id: string): Promise<void> {
    return this.attempt(async () => this.known.now?.end(id));
  }

  private again(id: string, conversation: string | null, by: 'chat' | 'code'): Promise<void> {
    const { now } = this.known;
    return this.attempt(async () => {
      const begun = await now?.begin({ ...(conversation !== null && { conversation }), by });
      if (begun?.code) now?.tell(begun.id);
      this.putAway(id);
    });
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    this.fault = '';
    this.isBusy = true;
    try {
      await act();
    } catch (error) {
      this.fault = refusalWords(error);
    } finally {
      this.isBusy = false;
    }
  }
}

/** Whether there is a page to be seen, or will be again. */
const isMet = ({ phase }: WatchState): boolean => phase === 'live' || phase === 'paused' || phase === 'reconnecting';

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-view': DeskbellCobrowseView;
  }
}
