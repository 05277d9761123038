import { localized, msg } from '@lit/localize';
import type { SummaryEvent } from '@deskbell/protocol/events.js';
import type { Sentiment } from '@deskbell/protocol/summaries.js';
import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { counterOf } from '@deskbell/parts/duration/duration.js';
import { icon } from '@deskbell/parts/icon.js';
import { formats } from '@deskbell/parts/text/formats.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { aiIcon } from '../assist/icons.js';
import { styles } from './arrival.styles.js';

type Found = Pick<SummaryEvent, 'text' | 'madeBy'>;

/** What is picked says who said it, by the name that the relay gives the side. */
const SPEAKER = /^(Customer|Agent): /;

/**
 * What an agent finds when they get a conversation: what it is about so far, how long the customer waited, what for, and in what mood. While it
 * is being made its shape stands there.
 *
 * @csspart card - All of it.
 */
@customElement('deskbell-arrival')
@localized()
export class DeskbellArrival extends LitElement {
  static override styles = [tokens, base, styles];

  /** What was found; undefined while it is being made. */
  @property({ attribute: false }) summary: SummaryEvent | undefined;

  /** Who got the conversation. */
  @property() agent = '';

  /** In which queue. */
  @property() queue = '';

  /** How long the customer waited, in ms. */
  @property({ type: Number }) waited = 0;

  protected override render() {
    const { summary } = this;
    return html`<div part="card" role="group" aria-label=${msg('Arrival summary')} aria-busy=${!summary}>
      <dl>
        <div class="wide">
          <dt>${msg('Agent Name')}</dt>
          <dd><bdi>${summary?.agent.name ?? this.agent}</bdi></dd>
        </div>
        <div class="wide">
          <dt>${msg('SUMMARY')}</dt>
          <dd>${summary ? this.summaries(summary) : this.waiting()}</dd>
        </div>
        ${this.entry(msg('Queue'), html`<bdi>${summary?.queue.name ?? this.queue}</bdi>`)}
        ${this.entry(msg('Wait Time'), counterOf(Math.floor((summary?.waited ?? this.waited) / 1_000)))}
        ${this.entry(msg('Intent'), summary ? html`<bdi>${summary.intent ?? msg('Unknown')}</bdi>` : this.line())}
        ${this.entry(msg('Sentiment'), summary ? sentimentWord(summary.sentiment) : this.line())}
      </dl>
      ${summary ? this.maker(summary) : nothing}
    </div>`;
  }

  private entry(name: string, value: TemplateResult | string) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  private summaries(summary: SummaryEvent) {
    const { earlier } = summary;
    return html`${earlier.map(
      (each) =>
        html`<div class="earlier"><p class="who"><bdi>${each.agent.name}</bdi>, ${formats().stamp(each.at)}</p>${this.words(each)}</div>`,
    )}${this.words(summary)}`;
  }

  private words({ text, madeBy }: Found) {
    if (!text) return html`<p>${msg('Nothing was said yet.')}</p>`;
    return text.split('\n').map((line) => {
      const [start = '', speaker] = (madeBy === 'extract' ? SPEAKER.exec(line) : null) ?? [];
      const who = speaker === 'Agent' ? msg('Agent') : msg('Customer');
      return html`<p dir="auto">${speaker ? html`<span class="who">${`${who}: `}</span>` : nothing}${line.slice(start.length)}</p>`;
    });
  }

  private waiting() {
    return html`<span class="unseen" role="status">${msg('The summary is being made')}</span>${[1, 2, 3].map(() => this.line())}`;
  }

  private line() {
    return html`<div class="line" aria-hidden="true"></div>`;
  }

  private maker({ madeBy, text }: SummaryEvent) {
    if (!text) return nothing;
    return html`<p class="maker">${madeBy === 'model' ? html`${icon(aiIcon)}${msg('Written by AI')}` : msg('Picked from the conversation')}</p>`;
  }
}

function sentimentWord(sentiment: Sentiment | null): string {
  switch (sentiment) {
    case 'positive':
      return msg('Positive');
    case 'neutral':
      return msg('Neutral');
    case 'negative':
      return msg('Negative');
    case null:
      return msg('Unknown');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-arrival': DeskbellArrival;
  }
}
