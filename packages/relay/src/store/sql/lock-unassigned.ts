/** Locks those that wait and are nobody's, in the order of their ids; whatever somebody else has locked is not waited for. $1 workspace, $2 ids. */
export const LOCK_UNASSIGNED = `
select id from conversations where workspace = $1 and id = any($2::uuid[]) and phase = 'waiting' and offer_agent is null
order by id for update skip locked`;
