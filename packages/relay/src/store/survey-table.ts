import type { SurveyEvent } from '@deskbell/protocol/events.js';
import type { SurveyKind } from '@deskbell/protocol/surveys.js';
import { readPage } from './conversation-queries.js';
import { attempt } from './faults.js';
import type { Pool } from './pool.js';
import { toEvent, type EventRecord } from './rows.js';
import { countScores } from './sql/count-scores.js';
import { FIND_ANSWERS } from './sql/find-answers.js';
import { FIND_EVENT } from './sql/find-event.js';
import type { AnswersQuery, CountsQuery, ScoreCount, SurveyAnswer, SurveysStore } from './surveys-store.js';

interface CountRecord {
  kind: SurveyKind;
  of_id: string | null;
  of_name: string | null;
  since: string | null;
  score: number;
  count: number;
  newest: number;
}

interface AnswerRecord {
  id: string;
  conversation: string;
  kind: SurveyKind;
  score: number;
  comment: string;
  answered_at: number;
  queue_id: string;
  queue_name: string;
  agent_id: string | null;
  agent_name: string | null;
}

const toAnswer = (record: AnswerRecord): SurveyAnswer => ({
  id: record.id,
  conversation: record.conversation,
  kind: record.kind,
  score: record.score,
  comment: record.comment,
  at: record.answered_at,
  queue: { id: record.queue_id, name: record.queue_name },
  agent: record.agent_id === null ? null : { id: record.agent_id, name: record.agent_name ?? '' },
});

/** Whoever changed their name goes by the newest. */
function namesIn(records: readonly CountRecord[]): ReadonlyMap<string | null, string> {
  const ascending = [...records].sort((a, b) => a.newest - b.newest);
  return new Map(ascending.map(({ of_id: id, of_name: name }) => [id, name ?? '']));
}

/** The part of the store that knows what came of surveys. */
export class SurveyTable implements SurveysStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async sentSurvey(conversation: string, id: string): Promise<SurveyEvent | undefined> {
    const [record] = await attempt(() => this.#pool.ask<EventRecord>(FIND_EVENT, [conversation, id]));
    const event = record && toEvent(record);
    return event?.type === 'survey.sent' ? event : undefined;
  }

  async scoreCounts({ workspace, survey, from, to, by, every, timeZone }: CountsQuery): Promise<ScoreCount[]> {
    const within = [workspace, survey, from ?? null, to ?? null, ...(every ? [timeZone] : [])];
    const records = await attempt(() => this.#pool.ask<CountRecord>(countScores({ by, every }), within));
    const names = namesIn(records);
    return records.map(({ kind, of_id: id, since, score, count }) => ({
      kind,
      of: id === null ? null : { id, name: names.get(id) ?? '' },
      since,
      score,
      count,
    }));
  }

  async surveyAnswers({ workspace, survey, from, to, page, limit }: AnswersQuery & { page: string | null; limit: number }): Promise<{
    answers: SurveyAnswer[];
    next: string | null;
  }> {
    const asked = [workspace, survey, from ?? null, to ?? null, ...readPage(page), limit + 1];
    const records = await attempt(() => this.#pool.ask<AnswerRecord>(FIND_ANSWERS, asked));
    const answers = records.slice(0, limit).map(toAnswer);
    const last = answers.at(-1);
    return { answers, next: records.length > limit && last ? `${String(last.at)}_${last.id}` : null };
  }
}
