import { localized, msg, str } from '@lit/localize';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import { face, faceStyles } from '@deskbell/parts/avatar/face.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { chatIcon, usersIcon } from '@deskbell/parts/icons.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { DeskHost } from '../contexts.js';
import { ConversationPiece } from '../desk-piece.js';
import { DeskbellAcceptEvent, type DeskbellSelectEvent } from '../events.js';
import { hasFocus } from '../focus.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { standingOf } from '../standing.js';
import { Watch } from '../watch.js';
import { connectionWords } from '../words/connection.js';
import { longMoment } from '../words/moment.js';
import { customerName, dispositionName, standingWord } from '../words/names.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './conversation.styles.js';
import '@deskbell/parts/banner/banner.js';
import '@deskbell/parts/empty/empty.js';
import '../compose/compose.js';
import '../end/end.js';
import '../snooze/snooze.js';
import '../thread/thread.js';
import '../tip/tip.js';
import '../transfer/transfer.js';
import '../wrap-up/wrap-up.js';

/**
 * One conversation: who it is with, what was said, and what can be done now.
 *
 * @slot start - Before the customer.
 * @slot actions - Before "End".
 * @slot tools - In the compose bar, beside "Emoji".
 * @csspart head - The customer, how it stands, and "End".
 * @csspart foot - What stands in place of the compose bar where nothing can be written.
 * @csspart end - "End".
 * @csspart accept - "Accept".
 */
@customElement('deskbell-conversation')
@localized()
export class DeskbellConversation extends ConversationPiece {
  static override styles = [tokens, base, buttons, faceStyles, styles];

  @state() private fault = '';

  @query('deskbell-compose, deskbell-wrap-up') private writing!: HTMLElement | null;
  @query('h2') private heading!: HTMLElement | null;

  private welcome: string | undefined;
  private hadFocus = false;

  constructor() {
    super();
    new Watch(
      this,
      () => this.host?.ticker,
      () => (this.summary ? this.standing(this.summary) : ''),
    );
  }

  override focus(options?: FocusOptions): void {
    // On a phone the focus would open the keyboard over what is to be read.
    const target = matchMedia('(pointer: coarse)').matches ? this.heading : (this.writing ?? this.heading);
    target?.focus(options);
  }

  protected override attend(desk: DeskHost, signal: AbortSignal): void {
    const welcome = (event: DeskbellSelectEvent) => {
      if (this.conversation !== undefined) return;
      this.welcome = event.conversation;
      this.requestUpdate();
    };
    desk.addEventListener('deskbell-select', welcome, { signal });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.hadFocus = hasFocus(this);
  }

  protected override turn(): void {
    this.fault = '';
  }

  protected override render() {
    const { desk, shown } = this;
    const summary = this.lastSummary;
    const words = desk && connectionWords(desk.connection);
    return html`
      ${shown === undefined ? nothing : this.head(summary)}
      ${words ? html`<deskbell-banner kind=${words.kind}>${words.sentence}</deskbell-banner>` : nothing}
      ${this.fault ? html`<deskbell-banner kind="bad">${this.fault}</deskbell-banner>` : nothing}
      ${this.summary ? this.snoozed(this.summary) : nothing}
      ${this.body()} ${this.summary && desk?.desk ? this.foot(this.summary) : nothing}
    `;
  }

  protected override updated(): void {
    // Nobody who was writing when it ended is to choose an outcome with the next key.
    if (this.hadFocus && document.activeElement === document.body) this.heading?.focus();
    if (this.welcome === undefined || this.welcome !== this.shown) return;
    this.welcome = undefined;
    // The compose box is not there, or not turned on, before its own update.
    void this.updateComplete.then(() => requestAnimationFrame(() => this.focus()));
  }

  private get isOwn(): boolean {
    return this.desk?.ongoing.some(({ id }) => id === this.shown) ?? false;
  }

  private standing(summary: ConversationSummary) {
    return standingOf(summary, this.now(), this.desk?.desk?.responseTime ?? Infinity);
  }

  private head(summary: ConversationSummary | undefined) {
    const standing = summary && this.standing(summary);
    const word = summary?.disposition
      ? dispositionName(summary.disposition, this.desk?.desk, summary.queue.id)
      : standing && standingWord(standing);
    return html`<div part="head" class="head">
      <slot name="start"></slot>
      ${summary ? face(summary.customer.id, customerName(summary.customer.name)) : nothing}
      <div class="who">
        <h2 tabindex="-1"><bdi>${summary ? customerName(summary.customer.name) : this.isGone ? msg('Conversation') : msg('Loading')}</bdi></h2>
        ${
          summary
            ? html`<div class="about ${standing ?? ''}"><i class="dot"></i><span class="word">${word}</span><span aria-hidden="true">·</span><bdi>${summary.queue.name}</bdi></div>`
            : nothing
        }
      </div>
      <slot name="actions"></slot>
      ${summary ? this.tools(summary) : nothing}
    </div>`;
  }

  /** What can be done with it. With auto answer nothing goes on before the agent has said something (TRY 5). */
  private tools(summary: ConversationSummary) {
    const own = this.isOwn && summary.phase === 'active';
    const queue = this.desk?.desk?.queues.find(({ id }) => id === summary.queue.id);
    if (!own || (queue?.autoAnswer && !this.hasSpoken)) return nothing;
    return html`<deskbell-snooze .conversation=${summary.id}></deskbell-snooze>
      <deskbell-transfer .conversation=${summary.id}></deskbell-transfer>
      <deskbell-end .conversation=${summary.id} exportparts="end"></deskbell-end>`;
  }

  private get hasSpoken(): boolean {
    const me = this.desk?.person?.id;
    return this.view?.log.events.some((event) => event.type === 'message.sent' && event.by.id === me) ?? false;
  }

  private snoozed({ id, snoozedUntil }: ConversationSummary) {
    if (snoozedUntil === null || !this.isOwn) return nothing;
    return html`<deskbell-banner
      >${msg(str`Snoozed until ${longMoment(snoozedUntil)}`)}
      <button slot="action" @click=${() => void this.wake(id)}>${msg('Unsnooze')}</button>
    </deskbell-banner>`;
  }

  private async wake(conversation: string): Promise<void> {
    this.fault = '';
    try {
      await this.host?.activeSession?.wake(conversation);
      // "Unsnooze" is gone, and what comes next is most often an answer.
      this.focus();
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }

  private body() {
    if (this.shown === undefined) return this.desk?.desk ? this.empty() : nothing;
    return this.isGone
      ? html`<deskbell-empty .icon=${usersIcon} heading=${msg('Accepted by another agent')}>${msg('Choose another in the list.')}</deskbell-empty>`
      : html`<deskbell-thread .conversation=${this.shown}></deskbell-thread>`;
  }

  private empty() {
    const next = this.desk?.waiting[0];
    return html`<deskbell-empty .icon=${chatIcon} heading=${msg('No conversation open')}>
      ${this.emptyWords(next)} ${next ? html`<div slot="action">${this.acceptButton(next.id)}</div>` : nothing}
    </deskbell-empty>`;
  }

  private emptyWords(next: ConversationSummary | undefined): string {
    if (next) return msg('Somebody is waiting. Accept them, or choose a conversation in the list.');
    if (this.desk?.listening) return msg('Nobody is waiting. The next customer comes into the waiting queue.');
    return msg('What you choose in the list opens here. Start listening to be told of new customers.');
  }

  private acceptButton(conversation: string) {
    return html`<deskbell-tip keys=${keysOf('accept')}>
      <button
        part="accept"
        class="primary"
        aria-keyshortcuts=${ariaKeysOf('accept')}
        ?disabled=${this.acceptances.asked.has(conversation) || this.desk?.connection.phase !== 'open'}
        @click=${() => this.dispatchEvent(new DeskbellAcceptEvent(conversation))}
      >
        ${msg('Accept')}
      </button>
    </deskbell-tip>`;
  }

  private foot(summary: ConversationSummary) {
    if (this.isOwn && summary.phase === 'active')
      return html`${this.survey(summary)}<deskbell-compose .conversation=${summary.id} .over=${this}><slot name="tools" slot="tools"></slot></deskbell-compose>`;
    if (this.isOwn && summary.phase === 'wrapUp') return html`<deskbell-wrap-up .conversation=${summary.id}></deskbell-wrap-up>`;
    const isWaiting = [...(this.desk?.waiting ?? []), ...(this.desk?.offers ?? [])].some(({ id }) => id === summary.id);
    return html`<div part="foot" class="foot" role="status">
      <span>${isWaiting ? msg('Accept the conversation to write in it.') : this.whyNot(summary)}</span>
      ${isWaiting ? html`<deskbell-transfer waiting .conversation=${summary.id}></deskbell-transfer>${this.acceptButton(summary.id)}` : nothing}
    </div>`;
  }

  /** Loaded where there is something to send: most queues have nothing. */
  private survey({ id, queue, survey }: ConversationSummary) {
    const trigger = this.desk?.desk?.queues.find((each) => each.id === queue.id)?.survey;
    if (trigger !== 'agent' && survey !== 'planned') return nothing;
    // Where nobody is reached the next update tries again.
    void import('../send-survey/send-survey.js').catch(() => undefined);
    return html`<deskbell-send-survey .conversation=${id}></deskbell-send-survey>`;
  }

  private whyNot(summary: ConversationSummary): string {
    const notice = this.acceptances.notices.find(({ conversation }) => conversation === summary.id);
    if (notice) return notice.text;
    if (summary.phase === 'closed') return msg('This conversation is closed. It can be read, and not written in.');
    return summary.agent ? msg(str`${summary.agent.name} has this conversation.`) : msg('Accepted by another agent');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-conversation': DeskbellConversation;
  }
}
