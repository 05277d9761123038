/** All agents of a workspace with what they have, counted at once and not one by one: an agent who has something is one of many. $1 workspace. */
export const LIST_AGENTS = `
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
where a.workspace = $1 order by a.id`;
