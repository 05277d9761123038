import { localized, msg } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DeskbellStageEvent } from '../cobrowse/cobrowse-events.js';
import type { Begun } from '../cobrowse/cobrowsing.js';
import { KnownCobrowsing } from '../cobrowse/known-cobrowsing.js';
import type { DeskHost } from '../contexts.js';
import { DeskPiece } from '../desk-piece.js';
import { DeskbellSelectEvent } from '../events.js';
import { styles } from './cobrowse-stage.styles.js';
import '../cobrowse-view/cobrowse-view.js';

/**
 * Where customers' pages are shown: the one of the chosen conversation, or one without a chat that was chosen in the tray. The others stay as
 * they are meanwhile. Where the room is too narrow for page and chat, a switch goes between them.
 *
 * @csspart view - A customer's page.
 * @csspart switch - "Page" and "Chat".
 * @fires {DeskbellStageEvent} deskbell-stage - There is a page to be shown now, or none any more.
 */
@customElement('deskbell-cobrowse-stage')
@localized()
export class DeskbellCobrowseStage extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  /** Whether the page has a chat beside it (`chat`), or none (`alone`); empty where there is nothing to show. */
  @property({ reflect: true }) shows: DeskbellStageEvent['shows'] = '';

  /** What is in front where there is no room for both. */
  @property({ reflect: true }) front: 'page' | 'chat' = 'page';

  private readonly known = new KnownCobrowsing(this);

  protected override readonly shortcuts = { cobrowse: () => this.bringForth() };

  protected override attend(desk: DeskHost, signal: AbortSignal): void {
    // Whoever chooses a conversation wants to see that one.
    desk.addEventListener('deskbell-select', ({ conversation }) => conversation !== undefined && this.known.now?.watch(undefined), {
      signal,
    });
  }

  protected override willUpdate(): void {
    const { current } = this;
    this.shows = !current ? '' : current.conversation === null ? 'alone' : 'chat';
    if (this.shows !== 'chat') this.front = 'page';
  }

  protected override render() {
    const { current } = this;
    return html`${this.shows === 'chat' ? this.switch() : nothing}
    ${repeat(
      this.known.now?.sessions.filter((begun) => this.isToBeSeen(begun)) ?? [],
      ({ id }) => id,
      ({ id }) =>
        html`<deskbell-cobrowse-view part="view" session=${id} class=${id === current?.id ? '' : 'aside'}></deskbell-cobrowse-view>`,
    )}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('shows')) return;
    this.dispatchEvent(new DeskbellStageEvent(this.shows));
    // The list says of one alone that it is open.
    if (this.shows === 'alone' && this.selected !== undefined) this.host?.dispatchEvent(new DeskbellSelectEvent(undefined));
  }

  private get current(): Begun | undefined {
    const { now } = this.known;
    const begun = now?.get(now.watched) ?? now?.of(this.selected);
    return begun && this.isToBeSeen(begun) ? begun : undefined;
  }

  /** While a customer is asked in the chat, the chat is where the agent waits. */
  private isToBeSeen({ conversation, watching }: Begun): boolean {
    const { phase, page, session } = watching.state;
    if (conversation === null) return phase !== 'code' || this.known.now?.watched === session.id;
    return phase !== 'code' && phase !== 'asked' && (phase !== 'ended' || page !== undefined);
  }

  private switch() {
    return html`<div part="switch" class="switch" role="group" aria-label=${msg('Page or chat')}>
      ${this.way('page', msg('Page'))} ${this.way('chat', msg('Chat'))}
    </div>`;
  }

  private way(front: 'page' | 'chat', label: string) {
    return html`<button class="quiet" aria-pressed=${this.front === front} @click=${() => (this.front = front)}>${label}</button>`;
  }

  private bringForth(): boolean {
    if (this.shows === '') return false;
    this.front = 'page';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('deskbell-cobrowse-view:not(.aside)')?.focus());
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-stage': DeskbellCobrowseStage;
  }
}
