/** Those that wait and are nobody's, in the order of their ids, with what they ask for by then. $1 workspace, $2 ids. */
const UNASSIGNED = `
select id, queue_id as queue, skills, refused from conversations
where workspace = $1 and id = any($2::uuid[]) and phase = 'waiting' and offer_agent is null
order by id for update`;

/** Locks them till the end of the transaction; what somebody else holds is left out, or waited for. */
export const LOCK_UNASSIGNED = { free: `${UNASSIGNED} skip locked`, all: UNASSIGNED } as const;
