/** What belongs to agents who are gone without a word, offers included. $1 seen before, $2 limit. */
export const FIND_ABANDONED = `
select c.workspace, c.id, a.id as agent from agents a
join conversations c on c.workspace = a.workspace
  and (c.agent_id = a.id and c.phase = 'active' or c.offer_agent = a.id)
where a.seen_until < $1 limit $2`;
