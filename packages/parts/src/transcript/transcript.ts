import { localized, msg } from '@lit/localize';
import type { Reads } from '@deskbell/protocol/conversation.js';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import type { Author, Side } from '@deskbell/protocol/people.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AddressOf } from '../attachments/address-of.js';
import { faceStyles } from '../avatar/face.js';
import { base, buttons } from '../base.js';
import { customElement } from '../custom-element.js';
import { DeskbellAtEndEvent, DeskbellEarlierEvent } from '../events.js';
import { icon } from '../icon.js';
import { downIcon } from '../icons.js';
import { attachedStyles } from '../rows/attached.js';
import { Chunks } from '../rows/chunks.js';
import { chunkView } from '../rows/chunk-view.js';
import { lastMessage, readMark, selfIn } from '../rows/marks.js';
import { pillStyles } from '../rows/pills.styles.js';
import { reactingOf, wantReact } from '../rows/pills.js';
import { explainTime, rowView, typingView, type Viewer } from '../rows/row-view.js';
import { pendingRowsOf, type MessageRow, type PendingMessage, type PendingReaction } from '../rows/row.js';
import { spokenView, type Said } from '../rows/spoken.js';
import { topView } from '../rows/top.js';
import { PlaceKeeper } from '../scroll/place-keeper.js';
import { formats } from '../text/formats.js';
import { tokens } from '../tokens.js';
import { styles } from './transcript.styles.js';

const SPOKEN = 3;
const SAID: readonly SeenEvent['type'][] = ['message.sent', 'form.sent', 'cobrowse.asked'];

/**
 * A conversation of any length, the newest at the bottom. It stays at the end while the reader is there, and keeps their place while they
 * are not. New messages of the other side are read out politely by a screen reader; one's own, and older ones, are not.
 *
 * @slot start - Stands above the first message, a greeting for instance. For agents `after-N` is behind the event N by which somebody got it.
 * @csspart scroller - What scrolls.
 * @csspart message - Every message; also `message-ours`, `message-theirs`.
 * @csspart name - Who wrote a stack.
 * @csspart face - Their initials.
 * @csspart time - The time under a stack.
 * @csspart status - "Sending", "Sent", "Read" or "Not Delivered".
 * @csspart notice - What happened between the messages.
 * @csspart day - The head of a day.
 * @fires {DeskbellEarlierEvent} deskbell-earlier - Everything there is is shown, and `hasEarlier` says that there is more.
 * @csspart reaction - An emoji under a message.
 * @fires {DeskbellReactEvent} deskbell-react - An emoji was put under a message, or taken back.
 * @fires {DeskbellAtEndEvent} deskbell-at-end - The newest message came into view, or out of it.
 */
@customElement('deskbell-transcript')
@localized()
export class DeskbellTranscript extends LitElement {
  static override styles = [tokens, base, buttons, faceStyles, attachedStyles, styles, pillStyles];

  /** The log, contiguous and ascending. A new array with every change. */
  @property({ attribute: false }) events: readonly SeenEvent[] = [];

  /** One's own messages that are not in the log yet. */
  @property({ attribute: false }) pending: readonly PendingMessage[] = [];

  /** Whose eyes. */
  @property({ reflect: true }) side: Side = 'customer';

  /** The id of the one who looks. */
  @property() me = '';

  /** The names of the workspace's own dispositions, by code. */
  @property({ attribute: false }) dispositions: Viewer['dispositions'] = new Map();

  /** One's own reactions that are not in the log yet, the newest last. */
  @property({ attribute: false }) reacting: readonly PendingReaction[] = [];

  /** Whether the one who looks may react to messages. */
  @property({ type: Boolean, attribute: 'can-react' }) canReact = false;

  /** The address of the emoji; empty for no more of them than the usual six. */
  @property({ attribute: 'emoji-data' }) emojiData = '';
  /** How an answer to an action, which only agents see, a form or a survey looks. */
  @property({ attribute: false }) aside: Viewer['aside'];

  /** How far each side has read. */
  @property({ attribute: false }) read: Reads = { customer: 0, agent: 0 };

  /** Where attachments can be got. Without it they show as names. */
  @property({ attribute: false }) addressOf: AddressOf | undefined;

  /** Who is typing on the other side. */
  @property({ attribute: false }) typing: readonly Author[] = [];

  /** Whether older events can be fetched. */
  @property({ type: Boolean, attribute: 'has-earlier' }) hasEarlier = false;

  /** Whether they are being fetched. */
  @property({ type: Boolean, attribute: 'fetching-earlier' }) fetchingEarlier = false;

  /** Whether the conversation is over: nobody is typing any more. */
  @property({ type: Boolean, reflect: true }) ended = false;

  /** What time it is, in ms since 1970: decides which day is today. */
  @property({ attribute: false }) now: () => number = Date.now;

  /** Whether the newest message is in view. */
  get atEnd(): boolean {
    return this.isAtEnd;
  }

  @state() private hasNews = false;
  @state() private spoken: readonly Said[] = [];

  @query('.scroll') private scroller!: HTMLElement;
  @query('.flow') private flow!: HTMLElement;
  @query('.sentinel') private sentinel!: HTMLElement | null;

  private readonly chunks = new Chunks();
  private isAtEnd = true;
  private keeper: PlaceKeeper | undefined;
  private watcher: IntersectionObserver | undefined;

  /** Brings the newest message into view. */
  scrollToEnd(): void {
    this.keeper?.goToEnd();
    this.hasNews = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keeper?.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keeper?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('events') && !changed.has('pending')) return;
    this.keeper?.hold();
    const newest = changed.get('events')?.at(-1)?.seq ?? 0;
    const [first] = this.pending;
    const next = first && { by: selfIn(this.chunks.list, this.me, this.side), at: first.at };
    const change = this.chunks.update(this.events, next, this.isAtEnd);
    if (change === 'other') this.spoken = [];
    if (change === 'grown') this.welcome(this.events.slice(newest - (this.events.at(-1)?.seq ?? 0)));
  }

  protected override render() {
    const { side, me, dispositions, aside, chunks, addressOf } = this;
    const mark = readMark(chunks.list, me, side === 'customer' ? this.read.agent : this.read.customer);
    const looks = { now: this.now(), formats: formats(), addressOf, aside, reacting: reactingOf(this.reacting, this.canReact) };
    const viewer: Viewer = { side, me, dispositions, readMark: mark, ...looks };
    return html`
      <div part="scroller" class="scroll" role="log" aria-live="off" aria-label=${msg('Messages')} tabindex="0" @focusin=${wantReact} @scroll=${this.follow} @pointerover=${explainTime}>
        <div class="flow" @pointerover=${wantReact}>
          ${topView(this.fetchingEarlier && !chunks.hasEarlier, chunks.hasEarlier || this.hasEarlier)}
          ${repeat(
            chunks.list,
            (chunk) => chunk.key,
            (chunk) => chunkView(chunk, viewer, chunk === chunks.list.at(-1)),
          )}
          ${repeat(
            this.pendingRows(),
            (row) => row.key,
            (row) => rowView(row, viewer),
          )}
          ${this.ended ? nothing : this.typing.map(typingView)}
          ${this.canReact ? html`<deskbell-react .emojiData=${this.emojiData}></deskbell-react>` : nothing}
        </div>
      </div>
      ${
        this.hasNews
          ? html`<button class="news primary" @click=${this.scrollToEnd}>${icon(downIcon)}${msg('New messages')}</button>`
          : nothing
      }
      <div class="unseen" aria-live="polite">${spokenView(this.spoken)}</div>
    `;
  }

  protected override firstUpdated(): void {
    (this.keeper = new PlaceKeeper(this.scroller, this.flow)).start();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const isOther = changed.has('events') && changed.get('events')?.[0]?.conversation !== this.events[0]?.conversation;
    const written = this.pending.at(-1)?.id;
    const hasWritten = changed.has('pending') && written !== undefined && !changed.get('pending')?.some(({ id }) => id === written);
    this.watch();
    if (isOther || hasWritten) this.scrollToEnd();
  }

  private pendingRows(): MessageRow[] {
    if (!this.pending.length) return [];
    const { list } = this.chunks;
    const newest = lastMessage(list, () => true);
    return pendingRowsOf(this.pending, selfIn(list, this.me, this.side), newest, list.at(-1)?.rows.at(-1));
  }

  private welcome(events: readonly SeenEvent[]): void {
    const theirs = events.filter((event): event is Said => SAID.includes(event.type) && 'by' in event && event.by.id !== this.me);
    if (!theirs.length) return;
    this.spoken = [...this.spoken, ...theirs].slice(-SPOKEN);
    if (!this.isAtEnd) this.hasNews = true;
  }

  private follow(): void {
    this.keeper?.note();
    const isAtEnd = this.keeper?.isAtEnd ?? true;
    if (isAtEnd === this.isAtEnd) return;
    this.isAtEnd = isAtEnd;
    if (isAtEnd) this.hasNews = false;
    this.dispatchEvent(new DeskbellAtEndEvent(isAtEnd));
  }

  // An observer tells only of changes; observed anew, it tells at once whether there is still room above.
  private watch(): void {
    this.watcher?.disconnect();
    if (!this.sentinel) return;
    this.watcher ??= new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && this.reachBack(), {
      root: this.scroller,
      rootMargin: '800px 0px 0px',
    });
    this.watcher.observe(this.sentinel);
  }

  private reachBack(): void {
    if (this.chunks.hasEarlier) {
      this.chunks.showEarlier();
      this.requestUpdate();
    } else if (this.hasEarlier && !this.fetchingEarlier) this.dispatchEvent(new DeskbellEarlierEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-transcript': DeskbellTranscript;
  }
}
