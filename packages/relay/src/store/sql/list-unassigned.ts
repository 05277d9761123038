/**
 * What waits and is nobody's, in the order of the turns; read queue by queue, since each has its order in the index and all together have
 * none. $1 workspace, $2 queues, $3 limit.
 */
export const LIST_UNASSIGNED = `
select w.* from unnest($2::text[]) as q(id) cross join lateral (
  select c.id, c.queue_id as queue, c.priority, c.waiting_since as since, c.skills, c.refused from conversations c
  where c.workspace = $1 and c.queue_id = q.id and c.phase = 'waiting' and c.offer_agent is null
  order by c.priority desc, c.waiting_since, c.id limit $3
) w
order by w.priority desc, w.since, w.id limit $3`;
