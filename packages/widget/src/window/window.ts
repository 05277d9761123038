import { localized, msg, str } from '@lit/localize';
import { createCustomerSession } from '@deskbell/client/customer-session.js';
import type { CustomerSession, CustomerState } from '@deskbell/client/customer.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import { faceStyles } from '@deskbell/parts/avatar/face.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { DeskbellCloseEvent } from '@deskbell/parts/events.js';
import { directionOf, formatLocale, setLocale } from '@deskbell/parts/locale.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskbellIntroduceEvent } from '../pre-chat/introduce-event.js';
import '../talk/talk.js';
import type { DeskbellChatTalk } from '../talk/talk.js';
import { head } from './head.js';
import { eventsBetween, hasNews } from './news.js';
import { notes, waiting } from './notes.js';
import { want } from './on-demand.js';
import { focusInside, followView, place, watchScreen } from './placement.js';
import { introduction, questions } from './questions.js';
import { remember, remembered } from './remembered.js';
import { refusal } from './troubles.js';
import { styles } from './window.styles.js';

const SILENT = 'deskbell:silent';

/**
 * The customer's window: the team and what to expect, the form before the chat, the conversation, and the box to write in. It is made by
 * `<deskbell-chat>`, and owns the session with the relay, which connects when the window is shown or a conversation is open.
 *
 * @csspart window - The window.
 * @csspart head - Its head.
 * @cssproperty --deskbell-offset-block - How far the launcher is from the lower edge; the window stands above it.
 * @cssproperty --deskbell-offset-inline - How far the window is from the edge at its side, 20 px.
 * @cssproperty --deskbell-layer - Its `z-index`.
 * @fires {DeskbellCloseEvent} deskbell-close - The customer wants it closed.
 * @fires {DeskbellUnreadEvent} deskbell-unread - The number of unread messages changed.
 * @fires {DeskbellConversationEvent} deskbell-conversation - The conversation began, was taken or ended.
 */
@customElement('deskbell-chat-window')
@localized()
export class DeskbellChatWindow extends LitElement {
  static override styles = [tokens, base, buttons, faceStyles, styles];

  @property({ attribute: 'site-key' }) siteKey = '';

  @property() relay = '';

  /** One of the languages of the catalogues. */
  @property() locale = 'en';

  /** The address of the emoji; the relay's own where it is empty. */
  @property({ attribute: 'emoji-data' }) emojiData = '';

  /** The session with the relay. Made by the window itself; tests and stories give one. */
  @property({ attribute: false }) session: CustomerSession | undefined;

  /** The button that opens the window, which keeps its name and the badge (`b`) on it. */
  @property({ attribute: false }) launcher: HTMLElement | undefined;

  @state() private customer: CustomerState | undefined;
  @state() private isShown = false;
  @state() private startsAnew = false;
  @state() private isSilent = remembered(SILENT) !== null;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('deskbell-chat-talk') private talk!: DeskbellChatTalk | null;

  private here: AbortController | undefined;
  private unsubscribe: (() => void) | undefined;

  /** Shows the window, with the focus where the customer goes on. */
  async show(): Promise<void> {
    this.isShown = true;
    this.need().connect();
    await this.updateComplete;
    place(this.dialog);
    this.settle();
  }

  /** Hides the window. The conversation goes on. */
  hide(): void {
    this.isShown = false;
    this.dialog.close();
  }

  /** Lets go of the connection, until it is shown or put back. */
  rest(): void {
    this.unsubscribe?.();
    this.session?.destroy();
    this.session = this.customer = undefined;
  }

  /** Says who the customer is, by a JWT that the site's server signed. Rejects with a RelayError where it is refused. */
  identify(token: string): Promise<void> {
    return this.need().identify(token);
  }

  /** Forgets the customer, in all tabs. */
  async reset(): Promise<void> {
    remember(this.key, null);
    await this.need().reset();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.here = new AbortController();
    followView(this, this.here.signal);
    watchScreen(() => this.isShown && place(this.dialog), this.here.signal);
    // Put back by a router, or by a page that swaps its body: it goes on with what it had, or with a new connection after `rest`.
    if (this.isShown || remembered(this.key) !== null) this.need().connect();
    if (this.isShown) place(this.dialog);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.here?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('locale')) return;
    this.dir = directionOf(this.locale);
    // A catalogue that does not come leaves the language as it was.
    setLocale(this.locale).catch(() => undefined);
  }

  protected override render() {
    const { customer } = this;
    return html`<dialog
      part="window"
      tabindex="-1"
      aria-label=${customer?.site?.name ?? msg('Chat')}
      @keydown=${this.press}
      @cancel=${this.dismiss}
    >
      ${head(customer, { isSilent: this.isSilent, askToEnd: this.askToEnd, switchSound: this.switchSound, close: this.leave })} ${customer ? notes(customer, this.session) : nothing}
      ${customer?.site ? this.inside(customer) : waiting(customer)}
    </dialog>`;
  }

  protected override updated(): void {
    const unread = this.customer?.unread ?? 0;
    const count = unread.toLocaleString(formatLocale());
    const [badge] = this.launcher?.getElementsByTagName('b') ?? [];
    if (!this.launcher || !badge) return;
    badge.textContent = unread > 99 ? '99+' : unread > 0 ? count : '';
    const name = this.isShown ? msg('Close chat') : msg('Open chat');
    this.launcher.ariaLabel = unread > 0 ? msg(str`${name}, unread messages: ${count}`) : name;
  }

  private inside(customer: CustomerState) {
    const fields = questions(customer);
    if (fields.length && (!customer.conversation || this.startsAnew)) {
      want('deskbell-pre-chat');
      return html`<deskbell-pre-chat
        .greeting=${customer.site?.greeting ?? ''}
        .fields=${fields}
        @deskbell-introduce=${this.introduce}
      ></deskbell-pre-chat>`;
    }
    return html`<deskbell-chat-talk
      .customer=${customer}
      .session=${this.session}
      .emojiData=${this.emojiData || `${this.relay}/emoji/${this.locale}.json`}
      .draftKey=${`${this.key}:draft`}
      .seen=${this.isShown}
      @again=${this.startAnew}
    ></deskbell-chat-talk>`;
  }

  /** Under which this browser remembers that there is an open conversation. */
  private get key(): string {
    return `deskbell:${this.siteKey}`;
  }

  private need(): CustomerSession {
    if (this.session && this.customer) return this.session;
    const session = (this.session ??= createCustomerSession({ relay: this.relay, siteKey: this.siteKey }));
    this.customer = session.state;
    this.unsubscribe = session.subscribe((now) => this.take(now));
    return session;
  }

  private take(now: CustomerState): void {
    const before = this.customer;
    this.customer = now;
    for (const event of eventsBetween(before, now)) this.dispatchEvent(event);
    if (hasNews(before, now) && !this.isSilent && !(this.isShown && document.hasFocus()))
      void import('./ring.js').then(({ ring }) => ring());
    const why = refusal(now, this.siteKey);
    if (why && before?.connection.phase !== 'ended') console.error(why);
    // Forgotten, here or in another tab: whoever looks at the window is somebody new.
    if (this.isShown && now.connection.phase === 'idle' && before?.connection.phase !== 'idle') this.session?.connect();
    const summary = now.conversation?.log.summary;
    if (summary) remember(this.key, isOpen(summary.phase) ? summary.id : null);
    const isAnother = summary !== undefined && summary.id !== before?.conversation?.log.summary.id;
    if (isAnother) this.startsAnew = false;
    // What the focus was on goes; it stays in the window, and is not taken from the page.
    if ((isAnother || !before?.site) && this.shadowRoot?.activeElement) void this.updateComplete.then(() => this.settle());
  }

  private settle(): void {
    focusInside(this.dialog, 'deskbell-pre-chat, deskbell-chat-talk');
  }

  private press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    // Whatever floats over the window is closed first, by the browser itself.
    if (event.composedPath().some((each) => each instanceof Element && each.matches(':popover-open'))) return;
    event.preventDefault();
    if (!this.talk?.stay()) this.leave();
  }

  private dismiss(event: Event): void {
    event.preventDefault();
    this.leave();
  }

  private askToEnd(): void {
    void this.talk?.askToEnd();
  }

  private leave(): void {
    this.dispatchEvent(new DeskbellCloseEvent());
  }

  private introduce({ values }: DeskbellIntroduceEvent): void {
    if (this.customer) this.session?.start(introduction(questions(this.customer), values));
  }

  private startAnew(): void {
    if (this.customer && questions(this.customer).length) {
      this.startsAnew = true;
      void this.updateComplete.then(() => this.settle());
    } else this.session?.start();
  }

  private switchSound(): void {
    this.isSilent = !this.isSilent;
    remember(SILENT, this.isSilent ? 'yes' : null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-chat-window': DeskbellChatWindow;
  }
}
