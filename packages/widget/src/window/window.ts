import { localized, msg } from '@lit/localize';
import { createCustomerSession } from '@deskbell/client/customer-session.js';
import type { CustomerSession, CustomerState, Introduction } from '@deskbell/client/customer.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import '@deskbell/parts/banner/banner.js';
import { face, faceStyles } from '@deskbell/parts/avatar/face.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { bellIcon, bellOffIcon, endIcon, minimizeIcon } from '@deskbell/parts/icons.js';
import { directionOf, setLocale } from '@deskbell/parts/locale.js';
import { Bell } from '@deskbell/parts/sound.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskbellConversationEvent, DeskbellToggleEvent, DeskbellUnreadEvent } from '../chat/chat-events.js';
import type { DeskbellIntroduceEvent } from '../pre-chat/introduce-event.js';
import '../pre-chat/pre-chat.js';
import '../talk/talk.js';
import type { DeskbellChatTalk } from '../talk/talk.js';
import { expectation } from './expectation.js';
import { remember, remembered } from './remembered.js';
import { troubles } from './troubles.js';
import { followView } from './view-height.js';
import { styles } from './window.styles.js';

const FULL_SCREEN = '(max-width: 480px)';
const SILENT = 'deskbell:silent';

/**
 * The customer's window: the team and what to expect, the form before the chat, the conversation, and the box to write in. It is made by
 * `<deskbell-chat>`, and owns the session with the relay.
 *
 * @csspart window - The window.
 * @csspart head - Its head.
 * @fires {DeskbellToggleEvent} deskbell-toggle - The customer closed it.
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

  @state() private customer: CustomerState | undefined;
  @state() private isShown = false;
  @state() private isSilent = remembered(SILENT) !== null;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('deskbell-chat-talk') private body!: DeskbellChatTalk | null;

  private readonly bell = new Bell();
  private unwatch: (() => void)[] = [];

  /** Shows the window, with the focus where the customer goes on. */
  async show(): Promise<void> {
    this.isShown = true;
    await this.updateComplete;
    this.place();
    this.settle();
  }

  /** Hides the window. The session goes on while a conversation is open. */
  hide(): void {
    this.isShown = false;
    this.dialog.close();
  }

  identify(token: string): Promise<void> {
    return this.need().identify(token);
  }

  reset(): Promise<void> {
    return this.need().reset();
  }

  /** Ends the session for good. */
  destroy(): void {
    for (const end of this.unwatch) end();
    this.session?.destroy();
    void this.bell.destroy();
    this.remove();
  }

  protected override firstUpdated(): void {
    const narrow = matchMedia(FULL_SCREEN);
    const place = (): void => {
      if (!this.isShown) return;
      this.dialog.close();
      this.place();
    };
    narrow.addEventListener('change', place);
    this.unwatch.push(() => narrow.removeEventListener('change', place), followView(this));
    const session = this.need();
    this.customer = session.state;
    this.unwatch.push(session.subscribe((now) => this.take(now)));
    session.connect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale')) {
      this.dir = directionOf(this.locale);
      // A catalogue that does not come leaves the language as it was.
      void setLocale(this.locale).catch(() => undefined);
    }
  }

  protected override render() {
    const { customer } = this;
    const site = customer?.site;
    return html`<dialog part="window" aria-label=${site?.name ?? msg('Chat')} @keydown=${this.press} @cancel=${this.dismiss}>
      ${this.head()} ${customer ? this.notes(customer) : nothing} ${customer && site ? this.inside(customer) : this.loading()}
    </dialog>`;
  }

  private head() {
    const { customer } = this;
    const summary = customer?.conversation?.log.summary;
    const name = customer?.site?.name ?? '';
    const who = (summary && isOpen(summary.phase) ? summary.agent : null) ?? { id: name, name };
    const sound = this.isSilent ? msg('Turn sound on') : msg('Turn sound off');
    return html`<header part="head">
      ${name ? face(who.id, who.name) : nothing}
      <div>
        <h2 dir="auto">${name}</h2>
        <p role="status">${customer ? expectation(customer) : nothing}</p>
      </div>
      ${
        summary && isOpen(summary.phase)
          ? html`<button class="quiet icon" aria-label=${msg('End chat')} title=${msg('End chat')} @click=${() => this.body?.askToEnd()}>${icon(endIcon, true)}</button>`
          : nothing
      }
      <button class="quiet icon" aria-label=${sound} title=${sound} @click=${this.switchSound}>${icon(this.isSilent ? bellOffIcon : bellIcon)}</button>
      <button class="quiet icon" aria-label=${msg('Close')} title=${msg('Close')} @click=${this.leave}>${icon(minimizeIcon)}</button>
    </header>`;
  }

  private notes(customer: CustomerState) {
    return troubles(customer).map(({ kind, text }) => html`<deskbell-banner .kind=${kind}>${text}</deskbell-banner>`);
  }

  private loading() {
    return html`<div class="wait" role="status">${this.customer?.connection.phase === 'connecting' ? msg('One moment') : nothing}</div>`;
  }

  private inside(customer: CustomerState) {
    const { conversation, site } = customer;
    return !conversation && site?.preChat.length
      ? html`<deskbell-pre-chat .site=${site} @deskbell-introduce=${this.introduce}></deskbell-pre-chat>`
      : html`<deskbell-chat-talk
          .customer=${customer}
          .session=${this.need()}
          .emojiData=${this.emojiData || `${this.relay}/emoji/en.json`}
          .seen=${this.isShown}
        ></deskbell-chat-talk>`;
  }

  private need(): CustomerSession {
    this.session ??= createCustomerSession({ relay: this.relay, siteKey: this.siteKey });
    return this.session;
  }

  private take(now: CustomerState): void {
    const before = this.customer;
    this.customer = now;
    if (now.unread !== before?.unread) {
      this.dispatchEvent(new DeskbellUnreadEvent(now.unread));
      if (now.unread > (before?.unread ?? 0) && !this.isSilent) void this.bell.ring();
    }
    this.tell(before, now);
  }

  /** Tells the page how the conversation goes, and remembers that there is one. */
  private tell(before: CustomerState | undefined, now: CustomerState): void {
    const summary = now.conversation?.log.summary;
    const known = before?.conversation?.log.summary;
    if (!summary || (summary.id === known?.id && summary.phase === known.phase)) return;
    const isGoing = isOpen(summary.phase);
    remember(`deskbell:${this.siteKey}`, isGoing ? summary.id : null);
    this.dispatchEvent(
      new DeskbellConversationEvent(summary.id, summary.phase === 'waiting' || summary.phase === 'active' ? summary.phase : 'ended'),
    );
    if (this.isShown && !known) void this.updateComplete.then(() => this.settle());
  }

  /** A window over the page on a wide screen; on a narrow one the page behind it is out of reach. */
  private place(): void {
    if (matchMedia(FULL_SCREEN).matches) this.dialog.showModal();
    else this.dialog.show();
  }

  private settle(): void {
    const inside = this.renderRoot.querySelector<LitElement>('deskbell-pre-chat, deskbell-chat-talk');
    if (inside) void inside.updateComplete.then(() => inside.focus());
    else this.dialog.focus();
  }

  private press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    if (!this.body?.stay()) this.leave();
  }

  private dismiss(event: Event): void {
    event.preventDefault();
    this.leave();
  }

  private leave(): void {
    this.dispatchEvent(new DeskbellToggleEvent(false));
  }

  private introduce({ values }: DeskbellIntroduceEvent): void {
    const { name, email, ...others } = values;
    const labels = new Map(this.customer?.site?.preChat.map(({ field, label }) => [field, label]));
    const answers = Object.entries(others).filter(([, value]) => value);
    const introduction: Introduction = {
      ...(name && { name }),
      ...(email && { email }),
      answers: answers.map(([field, value]) => ({ field: labels.get(field) ?? field, value })),
    };
    this.need().start(introduction);
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
