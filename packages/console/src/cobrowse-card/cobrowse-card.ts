import { localized, msg, str } from '@lit/localize';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { icon } from '@deskbell/parts/icon.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { CobrowseEvent, LogEventOf } from '@deskbell/protocol/events.js';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { cobrowseIcon } from '../cobrowse/beginning-icons.js';
import { DeskPiece } from '../desk-piece.js';
import { endWords } from '../words/cobrowse.js';
import { customerNameIn } from '../words/customer-name-in.js';
import { longMoment, shortMoment } from '../words/moment.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './cobrowse-card.styles.js';
import '@deskbell/parts/duration/duration.js';

/** What the log has of one session. */
interface Course {
  readonly allowed: LogEventOf<'cobrowse.allowed'> | undefined;
  readonly ended: LogEventOf<'cobrowse.ended'> | undefined;
}

/**
 * Among the messages: who asked to see the customer's page, what came of it, and how long it was shown.
 *
 * @csspart cobrowse - The card.
 */
@customElement('deskbell-cobrowse-card')
@localized()
export class DeskbellCobrowseCard extends DeskPiece {
  static override styles = [tokens, base, buttons, styles];

  @property({ attribute: false }) event: CobrowseEvent | undefined;

  @state() private isBusy = false;
  @state() private fault = '';

  protected override render() {
    const { event } = this;
    if (!event) return nothing;
    const course = this.course(event);
    return html`<article part="cobrowse" aria-label=${msg('Co-browse')}>
      <header>
        <h3>${icon(cobrowseIcon)}${msg('Co-browse')}</h3>
        <span>${event.by.id === this.desk?.person?.id ? msg('You asked') : msg(str`${event.by.name} asked`)}</span>
        <time datetime=${new Date(event.at).toISOString()} title=${longMoment(event.at)}>${shortMoment(event.at, this.now())}</time>
      </header>
      <p role="status">${this.words(event, course)}</p>
      ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing} ${this.way(event, course)}
    </article>`;
  }

  private words(event: CobrowseEvent, { allowed, ended }: Course) {
    const name = customerNameIn(this.desk, event.conversation);
    if (!allowed) return ended ? endWords(ended.why, name).title : name ? msg(str`Waiting for ${name}…`) : msg('Waiting for the customer…');
    const lasted = html`<deskbell-duration
      .since=${allowed.at}
      .until=${ended?.at ?? 0}
      .ahead=${this.desk?.clockAhead ?? 0}
      .ticker=${this.host?.ticker}
    ></deskbell-duration>`;
    return ended
      ? html`${ended.why === 'agent' ? msg('Ended') : endWords(ended.why, name).title} · ${lasted}`
      : html`${name ? msg(str`${name} shows the page`) : msg('The customer shows the page')} · ${lasted}`;
  }

  /** Only whoever asked, and has the chat, does more about it. */
  private way({ id, by, conversation }: CobrowseEvent, { ended }: Course) {
    const { person, ongoing = [] } = this.desk ?? {};
    const isOwn = ongoing.some((row) => row.id === conversation && row.phase === 'active');
    if (!isOwn || !this.desk?.desk?.cobrowse || (!ended && by.id !== person?.id)) return nothing;
    if (!ended)
      return html`<button ?disabled=${this.isBusy} @click=${() => this.attempt(async () => (await this.host?.cobrowse.load())?.end(id))}>
        ${msg('End co-browse')}
      </button>`;
    if (!this.isLast(id, conversation)) return nothing;
    return html`<button
      ?disabled=${this.isBusy}
      @click=${() => this.attempt(async () => (await this.host?.cobrowse.load())?.begin({ conversation, by: 'chat' }))}
    >
      ${msg('Ask again')}
    </button>`;
  }

  private isLast(id: string, conversation: string): boolean {
    const events = this.desk?.views.get(conversation)?.log.events ?? [];
    const last = events.findLast((event) => event.type === 'cobrowse.asked');
    return last?.id === id;
  }

  private course({ id, conversation }: CobrowseEvent): Course {
    const events = this.desk?.views.get(conversation)?.log.events ?? [];
    const find = <T extends 'cobrowse.allowed' | 'cobrowse.ended'>(type: T) =>
      events.findLast((event) => event.type === type && event.session === id) as LogEventOf<T> | undefined;
    return { allowed: find('cobrowse.allowed'), ended: find('cobrowse.ended') };
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

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-cobrowse-card': DeskbellCobrowseCard;
  }
}
