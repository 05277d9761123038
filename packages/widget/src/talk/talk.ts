import { localized, msg } from '@lit/localize';
import type { CustomerSession, CustomerState } from '@deskbell/client/customer.js';
import '@deskbell/parts/composer/composer.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellAtEndEvent, DeskbellDraftEvent, DeskbellReactEvent, DeskbellSubmitEvent } from '@deskbell/parts/events.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { AttachedFiles, addressesFrom } from '@deskbell/parts/uploads/attached-files.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { want } from '../window/on-demand.js';
import { remember, remembered } from '../window/remembered.js';
import { styles } from './talk.styles.js';
import { asideOf } from './aside.js';
import { botTyping } from './bot-typing.js';
import { explained } from './undelivered.js';

// One object each, so that nothing is taken for a change.
const NONE: readonly never[] = [];
const UNREAD = { customer: 0, agent: 0 };

/**
 * The conversation in the customer's window: what was said, and below it the box, the question whether to end, or the way to start anew.
 *
 * @fires {Event} again - The customer wants another chat.
 */
@customElement('deskbell-chat-talk')
@localized()
export class DeskbellChatTalk extends LitElement {
  static override styles = [tokens, base, buttons, styles];

  @property({ attribute: false }) customer: CustomerState | undefined;

  @property({ attribute: false }) session: CustomerSession | undefined;

  /** The address of the emoji. */
  @property({ attribute: 'emoji-data' }) emojiData = '';

  /** Under which the browser remembers what is written and not sent. */
  @property({ attribute: false }) draftKey = '';

  /** Whether the customer sees it: what they see is read. */
  @property({ type: Boolean }) seen = false;

  @state() private asksToEnd = false;
  @state() private draft = '';

  private isAtEnd = true;
  // A customer has one place to write in.
  private readonly files = new AttachedFiles(this, () => ({ source: this.session?.files, place: '' }));
  private readonly addressOf = addressesFrom(() => this.session?.files);
  private aside = asideOf(undefined);

  override focus(): void {
    // A box that has only just come has nothing in it yet that could take the focus.
    void Promise.resolve(this.renderRoot.querySelector('deskbell-composer')?.updateComplete).then(() =>
      this.renderRoot.querySelector<HTMLElement>('.ask button, .over button, deskbell-composer')?.focus(),
    );
  }

  /** Asks whether the customer wants to leave. */
  async askToEnd(): Promise<void> {
    this.asksToEnd = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus();
  }

  /** Takes the question back; false where there was none. */
  stay(): boolean {
    if (!this.asksToEnd) return false;
    this.asksToEnd = false;
    void this.updateComplete.then(() => this.focus());
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.aside = asideOf(this.session);
    if (changed.has('draftKey')) this.draft = remembered(this.draftKey) ?? '';
    const { conversation } = this.customer ?? {};
    if (conversation) want('deskbell-transcript');
    if (conversation?.log.summary.phase === 'closed') this.asksToEnd = false;
  }

  protected override render() {
    const { customer } = this;
    if (!customer) return nothing;
    const { conversation, site } = customer;
    const log = conversation?.log;
    const isOver = log?.summary.phase === 'closed';
    return html`<deskbell-transcript
        .events=${log?.events ?? NONE}
        .pending=${explained(conversation?.pending ?? NONE)}
        .reacting=${conversation?.reacting ?? NONE}
        .canReact=${log !== undefined && !isOver}
        .emojiData=${this.emojiData}
        .me=${customer.person?.id ?? ''}
        .addressOf=${this.addressOf}
        .aside=${this.aside}
        .read=${log?.summary.read ?? UNREAD}
        .typing=${botTyping(customer) ?? conversation?.typing ?? NONE}
        .hasEarlier=${conversation?.hasEarlier ?? false}
        .fetchingEarlier=${conversation?.fetchingEarlier ?? false}
        .ended=${isOver}
        @deskbell-earlier=${() => this.session?.earlier()}
        @deskbell-at-end=${this.follow}
        @deskbell-react=${this.react}
      >
        <p slot="start" class="greeting" dir="auto">${site?.greeting}</p>
      </deskbell-transcript>
      ${log?.summary.phase === 'bot' ? this.person() : nothing}
      ${isOver ? this.over() : this.asksToEnd ? this.question() : this.box(customer)}`;
  }

  protected override updated(): void {
    this.markRead();
  }

  private box({ connection, conversation, site }: CustomerState) {
    const isOff = connection.phase === 'lost' || connection.phase === 'ended';
    const limits = site?.files;
    return html`<deskbell-composer
      .value=${this.draft}
      .disabled=${isOff}
      .reason=${isOff ? msg('You can write again when the connection is back') : ''}
      .failed=${conversation?.pending.some(({ state }) => state === 'failed') ?? false}
      .emojiData=${this.emojiData}
      .attached=${this.files.ready.length > 0}
      .waits=${this.files.waits}
      @deskbell-submit=${this.say}
      @deskbell-draft=${this.keep}
      @deskbell-typing=${() => this.session?.type()}
      @deskbell-resend=${this.resend}
      >${limits ? this.files.view({ limits, disabled: isOff, over: this.closest('dialog') ?? this }) : nothing}</deskbell-composer
    >`;
  }

  private over() {
    return html`<div class="over">
      <button class="primary" @click=${this.again}>${msg('Start a new chat')}</button>
    </div>`;
  }

  private person() {
    return html`<div class="person"><button @click=${() => this.session?.askForPerson()}>${msg('Talk to a person')}</button></div>`;
  }

  private question() {
    return html`<div class="ask" role="alertdialog" aria-labelledby="ask">
      <p id="ask">${msg('End this chat?')}</p>
      <button @click=${this.stay}>${msg('No')}</button>
      <button class="danger" @click=${this.end}>${msg('Yes')}</button>
    </div>`;
  }

  private follow(event: DeskbellAtEndEvent): void {
    this.isAtEnd = event.atEnd;
    this.markRead();
  }

  private react({ message, emoji }: DeskbellReactEvent): void {
    this.session?.react(message, emoji);
  }

  private keep(event: DeskbellDraftEvent): void {
    // Whoever writes will want to see it.
    want('deskbell-transcript');
    this.draft = event.value;
    remember(this.draftKey, event.value || null);
  }

  private say(event: DeskbellSubmitEvent): void {
    this.session?.say(event.text);
    this.files.settle();
  }

  private resend(): void {
    for (const { id, state } of this.customer?.conversation?.pending ?? []) if (state === 'failed') this.session?.resend(id);
  }

  private end(): void {
    this.asksToEnd = false;
    this.session?.end();
  }

  private again(): void {
    this.dispatchEvent(new Event('again'));
  }

  private markRead(): void {
    if (this.seen && this.isAtEnd && this.customer?.unread && customElements.get('deskbell-transcript')) this.session?.read();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-chat-talk': DeskbellChatTalk;
  }
}
