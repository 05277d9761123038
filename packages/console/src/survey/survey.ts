import { localized, msg, str } from '@lit/localize';
import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import { getLocale } from '@deskbell/parts/locale.js';
import { scoreStyles } from '@deskbell/parts/survey/score.styles.js';
import { scoreView } from '@deskbell/parts/survey/score.js';
import { tokens } from '@deskbell/parts/tokens.js';
import type { LogEventOf, SurveyEvent } from '@deskbell/protocol/events.js';
import { wordingOf } from '@deskbell/protocol/survey-wording.js';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { DeskPiece } from '../desk-piece.js';
import { longMoment, shortMoment } from '../words/moment.js';
import { styles } from './survey.styles.js';

/**
 * A survey among the messages, with what the customer answered, or that they have not yet.
 *
 * @csspart survey - The card.
 */
@customElement('deskbell-survey-card')
@localized()
export class DeskbellSurveyCard extends DeskPiece {
  static override styles = [tokens, base, scoreStyles, styles];

  @property({ attribute: false }) event: SurveyEvent | undefined;

  protected override render() {
    if (!this.event) return nothing;
    const { survey } = this.event;
    const { question, lang } = wordingOf(survey, [getLocale()]);
    const answer = this.answer(this.event);
    const at = answer?.at ?? this.event.at;
    return html`<article part="survey" aria-label=${msg(str`Survey “${survey.name}”`)}>
      <header>
        <h3>${survey.name}</h3>
        <time datetime=${new Date(at).toISOString()} title=${longMoment(at)}>${shortMoment(at, this.now())}</time>
      </header>
      <p dir="auto" lang=${lang ?? nothing}>${question}</p>
      ${
        answer
          ? html`${scoreView(survey.kind, answer.score)}${answer.comment ? html`<blockquote dir="auto">${answer.comment}</blockquote>` : nothing}`
          : html`<p class="none">${msg('No answer yet')}</p>`
      }
    </article>`;
  }

  private answer({ id, conversation }: SurveyEvent): LogEventOf<'survey.answered'> | undefined {
    const events = this.desk?.views.get(conversation)?.log.events ?? [];
    return events.findLast((event) => event.type === 'survey.answered' && event.survey === id) as LogEventOf<'survey.answered'> | undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-survey-card': DeskbellSurveyCard;
  }
}
