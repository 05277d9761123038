import { provide } from '@lit/context';
import { localized } from '@lit/localize';
import type { AgentSession, AgentState } from '@deskbell/client/agent.js';
import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { pageTicker, type Ticker } from '@deskbell/parts/duration/ticker.js';
import { getLocale } from '@deskbell/parts/locale.js';
import { Bell } from '@deskbell/parts/sound.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acceptor } from '../acceptor.js';
import { Arrivals } from '../arrivals.js';
import { belongingsOf, type Belongings } from '../belongings.js';
import { changesBetween } from '../changes.js';
import { CobrowseDoor } from '../cobrowse/door.js';
import { NO_ACCEPTANCES, acceptancesContext, choicesContext, deskContext, selectedContext, stateContext } from '../contexts.js';
import type { Acceptances, DeskHost } from '../contexts.js';
import type { Drafts } from '../drafts.js';
import { DeskbellAcceptEvent, DeskbellSelectEvent, eventsOf, unlessPrevented } from '../events.js';
import { keepFocus } from '../focus.js';
import { speak } from '../language.js';
import { DEFAULT_CHOICES, type Choices } from '../preferences.js';
import { SessionKeeper } from '../session-keeper.js';
import { learnLayout } from '../shortcuts/layout.js';
import { obey } from '../shortcuts/press.js';
import type { ShortcutName } from '../shortcuts/table.js';
import { neighbour, nextToAccept } from '../standing.js';
import { styles } from './desk.styles.js';
import '../shortcut-list/shortcut-list.js';

/**
 * An agent's desk: the pieces below it, laid out as you like, work with its one session. It has no look of its own.
 *
 * @slot - The pieces: `<deskbell-tray>`, `<deskbell-conversation>`, `<deskbell-info>`, ...
 * @fires {DeskbellSelectEvent} deskbell-select - A conversation is about to be shown, unless it is prevented.
 * @fires {DeskbellAcceptEvent} deskbell-accept - A conversation is about to be asked for, unless it is prevented.
 * @fires {DeskbellRejectEvent} deskbell-reject - What is offered is about to be given away, unless it is prevented.
 * @fires {DeskbellAcceptedEvent} deskbell-accepted - A conversation became the agent's own.
 * @fires {DeskbellEndedEvent} deskbell-ended - One of the agent's conversations ended, by either side.
 * @fires {DeskbellClosedEvent} deskbell-closed - One of the agent's conversations was closed.
 * @fires {DeskbellTransferredEvent} deskbell-transferred - One of the agent's conversations went on, to a queue or a colleague.
 */
@customElement('deskbell-desk')
@localized()
export class DeskbellDesk extends LitElement implements DeskHost {
  static override styles = [tokens, base, styles];

  /** Where the relay is: `https://chat.example`. */
  @property() relay = '';

  /** Gives a token for the agent, a JWT signed by your server; called again before it ends. */
  @property({ attribute: false }) getToken: (() => Promise<string | undefined>) | undefined;

  /** A session of your own, which you also end. Left out, the desk makes one of `relay` and `getToken`. */
  @property({ attribute: false }) session: AgentSession | undefined;

  /** The id of the conversation that is shown. */
  @provide({ context: selectedContext })
  @property({ reflect: true })
  selected: string | undefined;

  /** The language (BCP 47); left out, that of the page. */
  @property() locale = '';

  /** `light`, `dark`, or `auto` as the person's system has it; left out, as the page around it. */
  @property({ attribute: 'color-scheme', reflect: true }) colorScheme: 'light' | 'dark' | 'auto' | undefined;

  /** The address of the emoji, an emojibase JSON file; left out, the relay's. */
  @property({ attribute: 'emoji-data' }) emojiData = '';

  /** The clock. */
  @property({ attribute: false }) ticker: Ticker = pageTicker;

  /** What rings. */
  @property({ attribute: false }) bell: Pick<Bell, 'ring' | 'on'> = new Bell();

  @provide({ context: stateContext })
  @state()
  protected known: AgentState | undefined;

  @provide({ context: acceptancesContext })
  @state()
  protected acceptances: Acceptances = NO_ACCEPTANCES;

  @provide({ context: choicesContext })
  @state()
  protected choices: Choices = DEFAULT_CHOICES;

  @provide({ context: deskContext })
  protected readonly self: DeskHost = this;

  @state() private said = '';
  @state() private showsShortcuts = false;

  readonly cobrowse: CobrowseDoor = new CobrowseDoor(this);

  private readonly keeper = new SessionKeeper((known) => this.take(known));
  private readonly acceptor = new Acceptor(
    () => this.activeSession,
    () => (this.acceptances = this.acceptor.acceptances),
  );
  private readonly arrivals = new Arrivals(
    () => this.bell,
    (conversation) => this.select(conversation),
  );
  private belongings: Belongings | undefined;

  private readonly shortcuts: Partial<Record<ShortcutName, () => void>> = {
    next: () => this.step(1),
    previous: () => this.step(-1),
    accept: () => this.acceptNext(),
    listen: () => this.activeSession?.listen(!this.known?.listening),
    sound: () => this.choose({ sound: !this.choices.sound }),
    help: () => (this.showsShortcuts = true),
  };

  constructor() {
    super();
    this.addEventListener('keydown', (event) => obey(event, this, this.shortcuts));
    this.addEventListener('deskbell-shortcuts', () => (this.showsShortcuts = true));
    this.addEventListener(
      'deskbell-select',
      unlessPrevented(({ conversation }) => (this.selected = conversation)),
    );
    this.addEventListener(
      'deskbell-accept',
      unlessPrevented(async ({ conversation: id }) => (await this.acceptor.accept(id, () => this.selected)) && this.select(id)),
    );
    this.addEventListener(
      'deskbell-reject',
      unlessPrevented(({ conversation }) => this.acceptor.reject(conversation)),
    );
  }

  get drafts(): Drafts | undefined {
    return this.belongings?.drafts;
  }

  get emoji(): string {
    return this.emojiData || (this.relay && `${this.relay}/emoji/${getLocale()}.json`);
  }

  get activeSession(): AgentSession | undefined {
    return this.keeper.session;
  }

  /** Shows a conversation, as if it had been chosen in the tray; undefined shows none. */
  select(conversation: string | undefined): void {
    this.dispatchEvent(new DeskbellSelectEvent(conversation));
  }

  /** Asks for a waiting conversation, as if "Accept" had been pressed. */
  accept(conversation: string): void {
    this.dispatchEvent(new DeskbellAcceptEvent(conversation));
  }

  choose(part: Partial<Choices>): void {
    this.belongings?.preferences.choose(part);
    this.choices = { ...this.choices, ...part };
  }

  dismiss(conversation: string): void {
    this.acceptor.dismiss(conversation);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.all')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.keep();
    void learnLayout();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Whoever moves an element takes it out and puts it in again within one task: the session goes on.
    setTimeout(() => this.isConnected || this.keeper.leave());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('relay') || changed.has('getToken') || changed.has('session')) this.keep();
    if (changed.has('locale')) void speak(this, this.locale);
  }

  protected override render() {
    // A click beside everything leaves the focus here, where the keys work; -1 on the desk itself would put all of it out of Tab's reach.
    return html`<div class="all" tabindex="-1"><slot></slot></div>
      <div class="unseen" role="status">${this.said}</div>
      <deskbell-toast></deskbell-toast>
      <deskbell-cobrowse-codes></deskbell-cobrowse-codes>
      <deskbell-shortcut-list ?open=${this.showsShortcuts} @deskbell-close=${() => (this.showsShortcuts = false)}></deskbell-shortcut-list>`;
  }

  private keep(): void {
    this.keeper.keep({ given: this.session, relay: this.relay, getToken: this.getToken });
  }

  private take(known: AgentState): void {
    const before = this.known;
    this.known = known;
    this.recognise(known);
    if (before) this.tell(before, known);
  }

  private recognise({ desk, person, ongoing }: AgentState): void {
    if (!desk || !person || this.belongings?.preferences.isOf(desk.workspace.id, person.id)) return;
    this.belongings = belongingsOf(desk.workspace.id, person.id);
    this.choices = this.belongings.preferences.now;
    this.belongings.drafts.keepOnly(ongoing.map(({ id }) => id));
    this.cobrowse.look(desk);
  }

  private tell(before: AgentState, known: AgentState): void {
    const { acceptor, choices, selected } = this;
    const changes = changesBetween(before, known, this.ticker.now() + known.clockAhead);
    const left = [...changes.closed, ...changes.transferred];
    this.said = this.arrivals.tell(changes, { known, choices, shown: selected, answered: acceptor.answered }) || this.said;
    const news = acceptor.note(changes, known.desk);
    left.forEach(({ id }) => this.drafts?.clear(id));
    eventsOf(changes).forEach((event) => this.dispatchEvent(event));
    if (!left.some(({ id }) => id === selected)) return;
    keepFocus(this);
    // What is said of it stands in the tray, which on a narrow screen is behind the next conversation.
    this.select(news.some(({ conversation }) => conversation === selected) ? undefined : known.ongoing[0]?.id);
  }

  private acceptNext(): void {
    const wanted = this.known && nextToAccept(this.known, this.selected);
    if (wanted) this.accept(wanted.id);
  }

  private step(by: 1 | -1): void {
    const next = this.known && neighbour([...this.known.ongoing, ...this.known.waiting], this.selected, by);
    if (next) this.select(next.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-desk': DeskbellDesk;
  }
}
