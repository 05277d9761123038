/** What waits and is nobody's, in the order of the turns. $1 workspace, $2 queues, $3 limit. */
export const LIST_UNASSIGNED = `
select id, queue_id as queue, priority, waiting_since as since, skills, refused from conversations
where workspace = $1 and queue_id = any($2::text[]) and phase = 'waiting' and offer_agent is null
order by priority desc, waiting_since, id limit $3`;
