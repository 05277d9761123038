/** The answers to a survey, newest first. $1 workspace, $2 survey, $3 from, $4 to, $5 and $6 the last of the page before, $7 how many. */
export const FIND_ANSWERS = `
select id, conversation, kind, score::int as score, comment, answered_at, queue_id, queue_name, agent_id, agent_name
from surveys
where workspace = $1 and survey = $2 and answered_at is not null and answered_at >= coalesce($3::bigint, 0)
  and answered_at < coalesce($4::bigint, 9007199254740991) and ($5::bigint is null or (answered_at, id) < ($5, $6::uuid))
order by answered_at desc, id desc limit $7`;
