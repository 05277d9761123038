import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { key } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import { settingsOf } from '../actions/settings-of.js';
import type { Deps } from '../deps.js';
import { resultsOf } from '../domain/survey-results.js';
import { checked } from './checked.js';
import { page, whole } from './paging.js';
import type { RelayEnv } from './relay-env.js';

/** The most answers on one page: their comments may be long. */
const MAX_ANSWERS = 100;

/** PostgreSQL turns the sign of a mere offset around. */
const isZone = (timeZone: string): boolean => {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Milliseconds since 1970, or a date (midnight in UTC) or moment as in ISO 8601. */
const moment = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^(\d{1,15}|\d{4}-\d\d-\d\d(T[0-9:.]{5,12}(Z|[+-]\d\d:\d\d))?)$/, 'is neither milliseconds nor a date like 2026-11-01'),
    v.transform((said) => (/^\d{1,15}$/.test(said) ? Number(said) : Date.parse(said))),
    v.check((at) => !Number.isNaN(at), 'is no date that there is'),
  ),
);

const within = { from: moment, to: moment };

const resultsQuery = v.object({
  ...within,
  by: v.optional(v.picklist(['agent', 'queue'], 'is neither agent nor queue')),
  every: v.optional(v.picklist(['day', 'week', 'month'], 'is none of day, week and month')),
  timeZone: v.optional(v.pipe(v.string(), v.check(isZone, 'is no time zone like Europe/Berlin')), 'UTC'),
});

const answersQuery = v.object({ ...within, page, limit: v.optional(whole(MAX_ANSWERS), '50') });

const READERS: readonly Person['role'][] = ['supervisor', 'admin'];

/** What came of surveys, over HTTP, for supervisors and admins (SV10). Wants `bearer` before it. */
export function surveyRoutes(deps: Deps) {
  const { store } = deps;
  const wanted = (person: Person, id: string): { workspace: string; survey: string } => {
    if (!READERS.includes(person.role)) throw new RelayError('wrong-role', 'the results of surveys are for supervisors and admins');
    if (!v.is(key, id)) throw new RelayError('not-found');
    return { workspace: person.workspace, survey: id };
  };
  // What was answered before a survey went out of the settings is still there.
  const mustBe = ({ workspace, survey }: { workspace: string; survey: string }, isAnswered: boolean): void => {
    if (!isAnswered && !settingsOf(deps, workspace).surveys.some(({ id }) => id === survey)) throw new RelayError('not-found');
  };
  return new Hono<RelayEnv>()
    .get('/:id/results', async (c) => {
      const survey = wanted(c.var.person, c.req.param('id'));
      const query = checked(resultsQuery, c.req.query());
      const scored = await store.scoreCounts({ ...survey, ...query });
      mustBe(survey, scored.length > 0);
      return c.json({ results: resultsOf(scored) });
    })
    .get('/:id/answers', async (c) => {
      const survey = wanted(c.var.person, c.req.param('id'));
      const { page: from = null, ...query } = checked(answersQuery, c.req.query());
      const found = await store.surveyAnswers({ ...survey, ...query, page: from });
      mustBe(survey, found.answers.length > 0);
      return c.json(found);
    });
}
