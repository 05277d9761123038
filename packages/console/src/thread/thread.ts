import { localized } from '@lit/localize';
import type { ConversationView } from '@deskbell/client/conversation-view.js';
import type { Desk } from '@deskbell/protocol/site.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellReactEvent } from '@deskbell/parts/events.js';
import { addressesFrom } from '@deskbell/parts/uploads/attached-files.js';
import type { DeskbellTranscript } from '@deskbell/parts/transcript/transcript.js';
import type { AsideEvent } from '@deskbell/parts/rows/row.js';
import { html, type TemplateResult, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type * as Cards from '../arrival/cards.js';
import { ConversationPiece } from '../desk-piece.js';
import { Watch } from '../watch.js';
import { dispositionNames } from '../words/names.js';
import { styles } from './thread.styles.js';
import '@deskbell/parts/skeleton/skeleton.js';
import '@deskbell/parts/transcript/transcript.js';
import '../before/before.js';

// So many conversations are kept as they are, so that going back to one shows it at once, where it was left.
const KEPT = 8;

/**
 * What was said in a conversation. It marks as read what is seen, and keeps the place in each of the conversations it showed last.
 *
 * @csspart transcript - The transcript; its own parts are exported.
 */
@customElement('deskbell-thread')
@localized()
export class DeskbellThread extends ConversationPiece {
  static override styles = styles;

  @query('deskbell-transcript:not(.aside)') private transcript!: DeskbellTranscript | null;

  /** The ids of those it keeps, in the order in which they were made: moving one in the page would lose its place. */
  private kept: readonly string[] = [];
  private recent: readonly string[] = [];
  private readonly namesByQueue = new Map<string, ReadonlyMap<string, string>>();
  private face: Desk | undefined;
  private readonly addressOf = addressesFrom(() => this.host?.activeSession?.files);
  private readonly look = (): void => this.read();

  /** What shows what agents find; undefined till it is needed. */
  @state() private cards: typeof Cards | undefined;

  constructor() {
    super();
    new Watch(
      this,
      () => this.host?.ticker,
      () => String(this.view && this.cards?.countAt(this.view, this.now())),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.look);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { shown } = this;
    // Where nobody is reached the next update tries again.
    if (!this.cards && this.desk?.desk?.ai.arrival)
      void import('../arrival/cards.js').then((cards) => (this.cards = cards)).catch(() => undefined);
    if (shown === undefined) return;
    this.recent = [shown, ...this.recent.filter((id) => id !== shown)].filter((id) => this.desk?.views.has(id) ?? false).slice(0, KEPT);
    const stays = this.kept.filter((id) => this.recent.includes(id));
    this.kept = [...stays, ...this.recent.filter((id) => !stays.includes(id))];
  }

  protected override render() {
    const isLoading = this.shown !== undefined && !this.view?.log.events.length;
    return html`${repeat(
      this.kept,
      (id) => id,
      (id) => this.one(id, this.desk?.views.get(id)),
    )}${isLoading ? html`<deskbell-skeleton rows="6"></deskbell-skeleton>` : ''}`;
  }

  protected override updated(): void {
    this.read();
  }

  private one(id: string, view: ConversationView | undefined): TemplateResult {
    const { log, pending, reacting, typing, hasEarlier, fetchingEarlier } = view ?? {};
    const isShown = id === this.shown;
    return html`<deskbell-transcript
      part="transcript"
      exportparts="scroller, message, message-ours, message-theirs, name, face, time, status, notice, day, reaction"
      class=${isShown ? '' : 'aside'}
      side="agent"
      .me=${this.desk?.person?.id ?? ''}
      .events=${log?.events ?? []}
      .dispositions=${this.names(log?.summary.queue.id ?? '')}
      .pending=${pending ?? []}
      .reacting=${reacting ?? []}
      .canReact=${log?.summary.phase === 'active' && log.summary.agent?.id === this.desk?.person?.id && this.desk?.connection.phase === 'open'}
      .emojiData=${this.host?.emoji ?? ''}
      .addressOf=${this.addressOf}
      .aside=${this.aside}
      .read=${log?.summary.read ?? { customer: 0, agent: 0 }}
      .typing=${typing ?? []}
      .hasEarlier=${hasEarlier ?? false}
      .fetchingEarlier=${fetchingEarlier ?? false}
      .ended=${log?.summary.phase === 'wrapUp' || log?.summary.phase === 'closed'}
      @deskbell-earlier=${() => this.host?.activeSession?.earlier(id)}
      @deskbell-at-end=${this.look}
      @deskbell-react=${({ message, emoji }: DeskbellReactEvent) => this.host?.activeSession?.react(id, message, emoji)}
      ><deskbell-before slot="start" .events=${log?.events ?? []} @reload=${() => this.host?.activeSession?.fetchTranscript(id)}></deskbell-before
      >${view && this.cards?.cardsOf(view, this.now())}</deskbell-transcript
    >`;
  }

  private readonly aside = (event: AsideEvent): TemplateResult => {
    if (event.type === 'cobrowse.asked') {
      void import('../cobrowse/everything.js');
      return html`<deskbell-cobrowse-card .event=${event}></deskbell-cobrowse-card>`;
    }
    if (event.type === 'survey.sent') {
      void import('../survey/survey.js');
      return html`<deskbell-survey-card .event=${event}></deskbell-survey-card>`;
    }
    if (event.type === 'form.sent') {
      void import('../forms.js');
      return html`<deskbell-form-card .event=${event} .addressOf=${this.addressOf}></deskbell-form-card>`;
    }
    // Together with what has the same words: apart, those would be loaded at first.
    void import('../info/past.js');
    return html`<deskbell-answer .event=${event}></deskbell-answer>`;
  };

  /** The same map for as long as it says the same: what is shown already is not made anew. */
  private names(queue: string): ReadonlyMap<string, string> {
    const face = this.desk?.desk;
    if (this.face !== face) this.namesByQueue.clear();
    this.face = face;
    const names = this.namesByQueue.get(queue) ?? dispositionNames(face, queue);
    this.namesByQueue.set(queue, names);
    return names;
  }

  /** What stands at the end of the transcript was seen, where somebody can see it. */
  private read(): void {
    const { shown, summary } = this;
    if (shown === undefined || summary?.phase !== 'active' || summary.agent?.id !== this.desk?.person?.id) return;
    if (document.visibilityState !== 'visible' || !this.transcript?.atEnd || !this.checkVisibility({ visibilityProperty: true })) return;
    if (summary.read.agent < (this.view?.log.summary.seq ?? 0)) this.host?.activeSession?.read(shown);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-thread': DeskbellThread;
  }
}
