import { localized, msg } from '@lit/localize';
import type { CustomerSession } from '@deskbell/client/customer.js';
import type { PendingVerdict } from '@deskbell/client/pending-verdict.js';
import type { SurveyEvent } from '@deskbell/protocol/events.js';
import { scoresOf, wordingOf, type Wording } from '@deskbell/protocol/survey-wording.js';
import { MAX_COMMENT, type Survey } from '@deskbell/protocol/surveys.js';
import { base, buttons, fields } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { scoreStyles } from '@deskbell/parts/survey/score.styles.js';
import { scoreMark, scoreView } from '@deskbell/parts/survey/score.js';
import { scoreWords } from '@deskbell/parts/text/score-words.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { remember, remembered } from '../window/remembered.js';
import { notSent } from './not-sent.js';
import { styles } from './survey.styles.js';
import { wantedLocales } from './wanted-locales.js';

const SKIPPED = 'deskbell:survey-skipped';

/**
 * How it was: a score, and a comment where the survey asks for one. It can be passed over, and answered later; answered, it says so.
 *
 * @csspart survey - The card.
 */
@customElement('deskbell-survey')
@localized()
export class DeskbellSurvey extends LitElement {
  static override styles = [tokens, base, buttons, fields, scoreStyles, styles];

  /** What was sent. */
  @property({ attribute: false }) event: SurveyEvent | undefined;

  /** Whose answer it takes, and tells of. */
  @property({ attribute: false }) session: CustomerSession | undefined;

  @state() private score: number | undefined;
  @state() private isSkipped = false;

  private unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.listen();
    if (changed.has('event')) this.isSkipped = remembered(SKIPPED) === this.event?.id;
  }

  protected override render() {
    if (!this.event) return nothing;
    const { survey } = this.event;
    const wording = wordingOf(survey, wantedLocales(this));
    const given = this.given(this.event);
    const inside = given ? this.thanks(survey, given) : this.isSkipped ? this.later() : this.form(survey, wording);
    return html`<section part="survey" aria-labelledby="question">
      <h3 id="question" dir="auto" lang=${wording.lang ?? nothing}>${wording.question}</h3>
      ${inside}
    </section>`;
  }

  private form(survey: Survey, { comment, lang }: Wording) {
    const pending = this.pending();
    const fault = pending ? notSent(pending) : '';
    return html`<form @submit=${this.send}>
      ${this.scale(survey)}
      ${
        comment !== undefined && this.score !== undefined
          ? html`<label for="comment" dir="auto" lang=${lang ?? nothing}>${comment}</label>
              <textarea id="comment" name="comment" rows="3" dir="auto" maxlength=${MAX_COMMENT} .defaultValue=${pending?.comment ?? ''}></textarea>`
          : nothing
      }
      <p role="status" class=${fault ? 'error' : 'unseen'}>${fault}</p>
      <div class="do">
        <button type="button" class="quiet" @click=${() => this.skip(true)}>${msg('Not now')}</button>
        ${this.score === undefined ? nothing : html`<button class="primary">${msg('Send rating')}</button>`}
      </div>
    </form>`;
  }

  private scale({ kind }: Survey) {
    const ends = kind === 'nps' ? [msg('Not at all likely'), msg('Extremely likely')] : [];
    return html`<div class="scale ${kind}" role="radiogroup" aria-labelledby="question">
        ${scoresOf(kind).map(
          (
            score,
          ) => html`<label class="mark score-${score} ${kind === 'stars' && score <= (this.score ?? 0) ? 'full' : ''}" title=${scoreWords(kind, score)}>
            <input type="radio" name="score" value=${score} aria-label=${scoreWords(kind, score)} .checked=${score === this.score} @change=${() => this.choose(score)} />
            ${scoreMark(kind, score)}
          </label>`,
        )}
      </div>
      ${ends.length > 0 ? html`<p class="ends">${ends.map((end) => html`<span>${end}</span>`)}</p>` : nothing}`;
  }

  private choose(score: number): void {
    this.score = score;
    // What has come below is not to be looked for.
    void this.updateComplete.then(() => this.renderRoot.querySelector('.do')?.scrollIntoView({ block: 'nearest' }));
  }

  private thanks({ kind }: Survey, { score, comment, isThere }: Given) {
    const isAway = !isThere && this.session?.state.connection.phase !== 'open';
    const status = isThere ? msg('Thank you for your answer.') : isAway ? msg('It goes out when the connection is back.') : msg('Sending');
    return html`${scoreView(kind, score)} ${comment ? html`<blockquote dir="auto">${comment}</blockquote>` : nothing}
      <p role="status" tabindex="-1" class="thanks">${status}</p>`;
  }

  private later() {
    return html`<button class="again" @click=${() => this.skip(false)}>${msg('Rate this chat')}</button>`;
  }

  /** What was answered, or is on its way. */
  private given({ id }: SurveyEvent): Given | undefined {
    const events = this.session?.state.conversation?.log.events ?? [];
    const answer = events.findLast((event) => event.type === 'survey.answered' && event.survey === id);
    if (answer?.type === 'survey.answered') return { score: answer.score, comment: answer.comment, isThere: true };
    const pending = this.pending();
    return pending?.state === 'sending' ? { score: pending.score, comment: pending.comment, isThere: false } : undefined;
  }

  private pending(): PendingVerdict | undefined {
    const { verdict } = this.session?.state ?? {};
    return verdict?.survey === this.event?.id ? verdict : undefined;
  }

  private listen(): void {
    this.unsubscribe?.();
    this.score ??= this.pending()?.score;
    this.unsubscribe = this.session?.subscribe(() => this.requestUpdate());
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.event || this.score === undefined) return;
    const comment = new FormData(event.target as HTMLFormElement).get('comment');
    this.session?.answerSurvey(this.event.id, this.score, typeof comment === 'string' ? comment.trim() : '');
    this.requestUpdate();
    // The button is gone, and the focus would be too.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.thanks')?.focus());
  }

  private skip(isSkipped: boolean): void {
    this.isSkipped = isSkipped;
    remember(SKIPPED, isSkipped ? (this.event?.id ?? null) : null);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(isSkipped ? '.again' : 'input')?.focus());
  }
}

interface Given {
  readonly score: number;
  readonly comment: string;
  /** Whether the relay has it. */
  readonly isThere: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-survey': DeskbellSurvey;
  }
}
