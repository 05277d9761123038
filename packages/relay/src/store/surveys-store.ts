import type { SurveyEvent } from '@deskbell/protocol/events.js';
import type { Named } from '@deskbell/protocol/people.js';
import type { SurveyKind } from '@deskbell/protocol/surveys.js';

/** Which answers to one survey. Moments are ms: from the first on, up to but without the second. */
export interface AnswersQuery {
  readonly workspace: string;
  readonly survey: string;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** How answers are put together. */
export interface CountsQuery extends AnswersQuery {
  readonly by?: 'agent' | 'queue' | undefined;
  /** A stretch of the calendar, in `timeZone`. */
  readonly every?: 'day' | 'week' | 'month' | undefined;
  readonly timeZone: string;
}

/** How often one score was given. */
export interface ScoreCount {
  readonly kind: SurveyKind;
  /** Whom it is of; null where there are no groups, or no agent had the conversation. */
  readonly of: Named | null;
  /** The first day of the stretch, `2026-11-16`; null where there are none. */
  readonly since: string | null;
  readonly score: number;
  readonly count: number;
}

/** One answer. */
export interface SurveyAnswer {
  /** Of the `survey.sent` event. */
  readonly id: string;
  readonly conversation: string;
  readonly kind: SurveyKind;
  readonly score: number;
  readonly comment: string;
  readonly at: number;
  readonly queue: Named;
  readonly agent: Named | null;
}

/** The part of the store that knows what came of surveys. They are written with the events that tell of them. */
export interface SurveysStore {
  /** The event with which a survey was sent in a conversation. */
  sentSurvey(conversation: string, id: string): Promise<SurveyEvent | undefined>;
  /** How often which score was given. */
  scoreCounts(query: CountsQuery): Promise<ScoreCount[]>;
  /** The answers, newest first. @param page - From the page before; null for the first. */
  surveyAnswers(
    query: AnswersQuery & { readonly page: string | null; readonly limit: number },
  ): Promise<{ answers: SurveyAnswer[]; next: string | null }>;
}
