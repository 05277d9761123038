import { localized, msg } from '@lit/localize';
import type { AgentSession } from '@deskbell/client/agent.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { pageTicker, type Ticker } from '@deskbell/parts/duration/ticker.js';
import { icon } from '@deskbell/parts/icon.js';
import { backIcon, closeIcon, panelIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskbellStageEvent } from '../cobrowse/cobrowse-events.js';
import type { DeskbellDesk } from '../desk/desk.js';
import type { DeskbellShortcutEvent } from '../events.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import type { ShortcutName } from '../shortcuts/table.js';
import { styles } from './console.styles.js';
import '../conversation/conversation.js';
import '../desk/desk.js';
import '../info/info.js';
import '../tip/tip.js';
import '../tray/tray.js';

// As in the styles: below it, the information has no column of its own.
const NARROW = 900;

/**
 * The whole console of an agent: tray, conversation and information in three columns, in two or one where there is less room. It fills the
 * box it is put in, from 360 px on.
 *
 * @csspart tray - The left column.
 * @csspart conversation - The middle column.
 * @csspart stage - A customer's page, between tray and conversation.
 * @csspart info - The right column.
 * @cssproperty --deskbell-accent - The one colour that wants attention; text on it is chosen by contrast.
 * @fires {DeskbellSelectEvent} deskbell-select - A conversation is about to be shown, unless it is prevented.
 * @fires {DeskbellAcceptEvent} deskbell-accept - A conversation is about to be asked for, unless it is prevented.
 * @fires {DeskbellRejectEvent} deskbell-reject - What is offered is about to be given away, unless it is prevented.
 * @fires {DeskbellAcceptedEvent} deskbell-accepted - A conversation became the agent's own.
 * @fires {DeskbellEndedEvent} deskbell-ended - One of the agent's conversations ended, by either side.
 * @fires {DeskbellClosedEvent} deskbell-closed - One of the agent's conversations was closed.
 * @fires {DeskbellTransferredEvent} deskbell-transferred - One of the agent's conversations went on, to a queue or a colleague.
 */
@customElement('deskbell-console')
@localized()
export class DeskbellConsole extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  /** Where the relay is: `https://chat.example`. */
  @property() relay = '';

  /** Gives a token for the agent, a JWT signed by your server; called again before it ends. */
  @property({ attribute: false }) getToken: (() => Promise<string | undefined>) | undefined;

  /** A session of your own, which you also end. Left out, the console makes one of `relay` and `getToken`. */
  @property({ attribute: false }) session: AgentSession | undefined;

  /** The language (BCP 47); left out, that of the page. */
  @property() locale = '';

  /** `light`, `dark`, or `auto` as the person's system has it; left out, as the page around it. */
  @property({ attribute: 'color-scheme', reflect: true }) colorScheme: 'light' | 'dark' | 'auto' | undefined;

  /** The address of the emoji, an emojibase JSON file; left out, the relay's. */
  @property({ attribute: 'emoji-data' }) emojiData = '';

  /** Folds the information away. */
  @property({ type: Boolean, reflect: true, attribute: 'info-folded' }) infoFolded = false;

  /** The clock. */
  @property({ attribute: false }) ticker: Ticker = pageTicker;

  /** The id of the conversation that is shown. */
  get selected(): string | undefined {
    return this.desk?.selected;
  }

  @state() private isNarrow = false;
  /** Whether a customer's page is shown, which takes the room of the information. */
  @state() private isStaged = false;
  // Where it has no column of its own it opens over the conversation, and is closed to begin with.
  @state() private isOverlaid = false;

  @query('deskbell-desk') private desk!: DeskbellDesk | null;
  @query('.toggle') private toggle!: HTMLElement | null;

  private readonly room = new ResizeObserver(() => (this.isNarrow = this.clientWidth < NARROW));

  private readonly shortcuts: Partial<Record<ShortcutName, () => void>> = {
    information: () => this.toggleInfo(),
    back: () => this.select(undefined),
  };

  /** Shows a conversation, as if it had been chosen in the tray; undefined shows none. */
  select(conversation: string | undefined): void {
    this.desk?.select(conversation);
  }

  /** Asks for a waiting conversation, as if "Accept" had been pressed. */
  accept(conversation: string): void {
    this.desk?.accept(conversation);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.isNarrow = this.clientWidth < NARROW;
    this.room.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room.disconnect();
  }

  protected override render() {
    const showsInfo = this.hasNoRoom ? this.isOverlaid : !this.infoFolded;
    return html`<deskbell-desk
      .relay=${this.relay}
      .getToken=${this.getToken}
      .session=${this.session}
      .locale=${this.locale}
      .emojiData=${this.emojiData}
      .ticker=${this.ticker}
      @deskbell-select=${() => (this.isOverlaid = false)}
      @deskbell-shortcut=${this.obey}
    >
      <div class="columns ${showsInfo ? 'informed' : ''}">
        <deskbell-tray part="tray"></deskbell-tray>
        <deskbell-cobrowse-stage part="stage" @deskbell-stage=${this.stage}></deskbell-cobrowse-stage>
        <deskbell-conversation part="conversation">
          <deskbell-tip class="back" slot="start" text=${msg('Back to the list')} keys=${keysOf('back')}>${this.backButton()}</deskbell-tip>
          <deskbell-tip slot="actions" text=${msg('Information')} keys=${keysOf('information')}>${this.infoButton(showsInfo)}</deskbell-tip>
        </deskbell-conversation>
        ${showsInfo ? this.info() : nothing}
      </div>
    </deskbell-desk>`;
  }

  private get hasNoRoom(): boolean {
    return this.isNarrow || this.isStaged;
  }

  private stage({ shows }: DeskbellStageEvent): void {
    this.isStaged = shows !== '';
    this.isOverlaid = false;
  }

  private backButton() {
    return html`<button
      class="quiet icon"
      aria-label=${msg('Back to the list')}
      aria-keyshortcuts=${ariaKeysOf('back')}
      @click=${() => this.select(undefined)}
    >
      ${icon(backIcon, true)}
    </button>`;
  }

  private infoButton(isShown: boolean) {
    return html`<button
      class="quiet icon toggle"
      aria-label=${msg('Information')}
      aria-keyshortcuts=${ariaKeysOf('information')}
      aria-expanded=${isShown}
      @click=${this.toggleInfo}
    >
      ${icon(panelIcon, true)}
    </button>`;
  }

  private info() {
    return html`<aside part="info" @keydown=${this.closeByEscape}>
      <div class="head">
        <h2>${msg('Information')}</h2>
        ${
          this.hasNoRoom
            ? html`<button class="quiet icon" aria-label=${msg('Dismiss')} @click=${this.toggleInfo}>${icon(closeIcon)}</button>`
            : nothing
        }
      </div>
      <deskbell-info></deskbell-info>
    </aside>`;
  }

  private toggleInfo(): void {
    if (this.hasNoRoom) this.isOverlaid = !this.isOverlaid;
    else this.infoFolded = !this.infoFolded;
    // What closes itself takes the focus with it, unless somebody else has it.
    void this.updateComplete.then(() => this.hasNoRoom && this.focusAside());
  }

  private focusAside(): void {
    (this.renderRoot.querySelector<HTMLElement>('aside button') ?? this.toggle)?.focus();
  }

  private closeByEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.hasNoRoom && this.isOverlaid) this.toggleInfo();
  }

  private obey(event: DeskbellShortcutEvent): void {
    const run = this.shortcuts[event.shortcut];
    run?.();
    if (run) event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-console': DeskbellConsole;
  }
}
