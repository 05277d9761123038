import { localized, msg } from '@lit/localize';
import type { LogEventOf } from '@deskbell/protocol/events.js';
import { face, faceStyles } from '@deskbell/parts/avatar/face.js';
import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { pageTicker } from '@deskbell/parts/duration/ticker.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ConversationPiece } from '../desk-piece.js';
import { longMoment } from '../words/moment.js';
import { channelName, customerName, dispositionName } from '../words/names.js';
import { refusalWords } from '../words/refusal.js';
import { sectionStyles } from '../section.styles.js';
import { styles } from './info.styles.js';
import '@deskbell/parts/duration/duration.js';
import '@deskbell/parts/skeleton/skeleton.js';
import '../skills-bar/skills-bar.js';

type Started = LogEventOf<'conversation.started'>;
type HandOver = LogEventOf<'bot.handed-over'>;
type Fact = readonly [label: string, value: TemplateResult | string];

// Only what is surely a page: an address comes from the customer's browser, and may be anything.
const isWebAddress = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

const shortAddress = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/**
 * What is known beside a conversation: the customer, what they filled in, the page they came from, what agents noted, what they
 * asked before, and how long they waited.
 *
 * @csspart title - The customer's name.
 * @csspart section - A group of facts.
 * @csspart skill - A skill that the conversation asks for.
 */
@customElement('deskbell-info')
@localized()
export class DeskbellInfo extends ConversationPiece {
  static override styles = [tokens, base, faceStyles, sectionStyles, styles];

  @state() private fetched: Started | undefined;
  @state() private fetchedOver: HandOver | undefined;
  @state() private fault = '';

  private asked: string | undefined;

  protected override render() {
    return html`<div class="scroll" role="region" aria-label=${msg('Information')} tabindex="0">${this.content()}</div>`;
  }

  private content() {
    const summary = this.lastSummary;
    if (this.shown === undefined) return html`<p class="none">${msg('Who the customer is, and where they came from, stands here.')}</p>`;
    if (!summary && this.isGone) return nothing;
    if (!summary) return html`<deskbell-skeleton rows="4"></deskbell-skeleton>`;
    return html`
      <div class="head">
        ${face(summary.customer.id, customerName(summary.customer.name))}
        <h2 part="title"><bdi>${customerName(summary.customer.name)}</bdi></h2>
      </div>
      ${this.fault && this.asked === this.shown ? html`<p class="none">${this.fault}</p>` : nothing}
      ${this.passkey()} ${this.facts(msg('Customer'), this.customer())} ${this.facts(msg('Before the chat'), this.answers())}
      ${this.facts(msg('From the AI agent'), this.collected())}
      <deskbell-engagement .conversation=${this.conversation}></deskbell-engagement>
      <deskbell-notes .conversation=${this.conversation}></deskbell-notes>
      <deskbell-actions .conversation=${this.conversation}></deskbell-actions>
      <deskbell-panels .conversation=${this.conversation}></deskbell-panels>
      <deskbell-earlier .conversation=${this.conversation}></deskbell-earlier>
      ${this.facts(msg('Conversation'), this.history())}
      <deskbell-skills-bar exportparts="skill" .conversation=${summary.id}></deskbell-skills-bar>
    `;
  }

  private facts(title: string, facts: readonly Fact[]) {
    if (!facts.length) return nothing;
    return html`<section part="section">
      <h3>${title}</h3>
      <dl>
        ${facts.map(
          ([label, value]) => html`<dt>${label}</dt>
            <dd>${value}</dd>`,
        )}
      </dl>
    </section>`;
  }

  protected override updated(): void {
    if (this.shown !== undefined) void import('./past.js');
    if (this.started || !this.summary || this.asked === this.summary.id || this.desk?.connection.phase !== 'open') return;
    void this.fetch(this.summary.id);
  }

  /** What the conversation began with: in its log, or fetched where only the end of that is here. */
  private get started(): Started | undefined {
    const first = this.view?.log.events[0];
    if (first?.type === 'conversation.started') return first;
    return this.fetched?.conversation === this.shown ? this.fetched : undefined;
  }

  private async fetch(conversation: string): Promise<void> {
    // The log may still be on its way, and is long only if it does not begin with its beginning.
    if (!this.view?.log.events.length) return;
    this.asked = conversation;
    this.fault = '';
    try {
      const session = this.host?.activeSession;
      this.fetched = await session?.started(conversation);
      if (this.fetched?.bot !== undefined) this.fetchedOver = await session?.handOver(conversation);
    } catch (error) {
      this.fault = refusalWords(error);
    }
  }

  /** What an AI agent handed it over with: in its log, or fetched with its beginning. */
  private get handOver(): HandOver | undefined {
    const over = this.view?.log.events.find((event) => event.type === 'bot.handed-over');
    return over ?? (this.fetchedOver?.conversation === this.shown ? this.fetchedOver : undefined);
  }

  private passkey() {
    const { passkey } = this.handOver ?? {};
    if (passkey === undefined) return nothing;
    return html`<section part="section" class="passkey">
      <h3>${msg('Shared Passkey')}</h3>
      <p><bdi>${passkey.slice(0, 3)} ${passkey.slice(3)}</bdi></p>
      <small>${msg('The customer sees the same. Ask for it to be sure whom you are talking with.')}</small>
    </section>`;
  }

  private collected(): Fact[] {
    const { collected = [], intent, note } = this.handOver ?? {};
    const fetched = this.view?.log.events.findLast((event) => event.type === 'transcript.fetched')?.collected ?? [];
    return [
      ...(intent ? [[msg('Intent'), intent] as const] : []),
      ...[...fetched, ...collected].map(({ label, value }) => [label, value] as const),
      ...(note ? [[msg('Note'), note] as const] : []),
    ];
  }

  /** What the form called it; of old conversations, only the name of the field is known. */
  private labelOf({ field, label }: NonNullable<Started['answers']>[number]): string {
    if (label) return label;
    return field === 'account' ? msg('Account number') : field === 'issue' ? msg('Nature of the issue') : field;
  }

  private customer(): Fact[] {
    const { email, page } = this.started ?? {};
    const facts: Fact[] = [];
    if (email) facts.push([msg('Email'), html`<a href="mailto:${encodeURIComponent(email).replace('%40', '@')}">${email}</a>`]);
    if (page) {
      const link = html`<a href=${page} target="_blank" rel="noopener noreferrer nofollow">${shortAddress(page)}</a>`;
      facts.push([msg('Page'), isWebAddress(page) ? link : page]);
    }
    return facts;
  }

  private answers(): Fact[] {
    return (this.started?.answers ?? []).filter(({ value }) => value).map((answer) => [this.labelOf(answer), answer.value]);
  }

  private history(): Fact[] {
    const summary = this.lastSummary;
    if (!summary) return [];
    const facts: Fact[] = [
      [msg('Channel'), channelName(summary.channel)],
      [msg('Queue'), summary.queue.name],
      [msg('Started'), longMoment(summary.startedAt)],
      [msg('Wait time'), this.waited(summary.waitingSince, summary.acceptedAt ?? summary.endedAt ?? 0)],
    ];
    if (summary.agent) facts.push([msg('Agent'), summary.agent.name]);
    if (summary.endedAt !== null) facts.push([msg('Ended'), longMoment(summary.endedAt)]);
    if (summary.disposition) facts.push([msg('Disposition'), dispositionName(summary.disposition, this.desk?.desk, summary.queue.id)]);
    return facts;
  }

  private waited(since: number, until: number): TemplateResult {
    const ahead = this.desk?.clockAhead ?? 0;
    const ticker = this.host?.ticker ?? pageTicker;
    return html`<deskbell-duration .since=${since} .until=${until} .ahead=${ahead} .ticker=${ticker}></deskbell-duration>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-info': DeskbellInfo;
  }
}
