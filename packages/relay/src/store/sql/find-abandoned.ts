/** What belongs to agents who are gone without a word. $1 workspace, $2 seen before, $3 limit. */
export const FIND_ABANDONED = `
select c.id, a.id as agent from agents a
join conversations c on c.workspace = a.workspace and c.agent_id = a.id and c.phase = 'active'
where a.workspace = $1 and a.seen_until < $2 limit $3`;
