// Counted at once and not one by one: an agent who has something is one of many.
const AGENTS = `
with held as (
  select c.agent_id as id, count(*)::int as ongoing,
    count(*) filter (where c.phase = 'active' and c.snoozed_until is null or c.phase = 'wrapUp' and c.wrap_up_until is not null)::int as active
  from conversations c where c.workspace = $1 and c.phase in ('active', 'wrapUp') group by c.agent_id
), offered as (
  select c.offer_agent as id, count(*)::int as offered
  from conversations c where c.workspace = $1 and c.offer_agent is not null group by c.offer_agent
)
select a.*, coalesce(h.active, 0) + coalesce(o.offered, 0) as load, coalesce(h.ongoing, 0) as ongoing
from agents a left join held h on h.id = a.id left join offered o on o.id = a.id
where a.workspace = $1`;

/** All agents of a workspace with what they have. $1 workspace. */
export const LIST_AGENTS = `${AGENTS} order by a.id`;

/** Those who are signed in, let nothing pass, and have few enough slots taken. $1 workspace, $2 fewer than these. */
export const LIST_READY_AGENTS = `${AGENTS}
and a.seen_until is not null and not a.idle and coalesce(h.active, 0) + coalesce(o.offered, 0) < $2 order by a.id`;
