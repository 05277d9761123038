/**
 * Locks those that wait and are nobody's, in the order of their ids, and tells what they ask for by then; whatever somebody else has locked is
 * not waited for. $1 workspace, $2 ids.
 */
export const LOCK_UNASSIGNED = `
select id, queue_id as queue, skills, refused from conversations where workspace = $1 and id = any($2::uuid[]) and phase = 'waiting' and offer_agent is null
order by id for update skip locked`;
