import type { CountsQuery } from '../surveys-store.js';

const GROUPS = { agent: ['agent_id', 'agent_name'], queue: ['queue_id', 'queue_name'] } as const;

/**
 * How often which score was given. $1 workspace, $2 survey, $3 from, $4 to, and where it is by stretches of the calendar $5 time zone.
 * A group goes by its newest name.
 */
export function countScores({ by, every }: Pick<CountsQuery, 'by' | 'every'>): string {
  const [id, name] = by ? GROUPS[by] : ['null::text', 'null::text'];
  const since = every ? `to_char(date_trunc('${every}', to_timestamp(answered_at / 1000.0) at time zone $5), 'YYYY-MM-DD')` : 'null::text';
  return `
select kind, ${id} as of_id, (array_agg(${name} order by answered_at desc))[1] as of_name, ${since} as since, score::int as score,
  count(*)::int as count, max(answered_at) as newest
from surveys
where workspace = $1 and survey = $2 and answered_at is not null and answered_at >= coalesce($3::bigint, 0)
  and answered_at < coalesce($4::bigint, 9007199254740991)
group by kind, of_id, since, score
order by since, of_id, kind, score`;
}
